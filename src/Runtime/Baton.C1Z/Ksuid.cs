using System.Buffers.Binary;

namespace Baton.C1Z;

/// <summary>K-sortable ids of syncs: four bytes of seconds and sixteen random bytes, as 27 base62 digits.</summary>
public static class Ksuid
{
    const int ByteCount = 20;
    const int Length = 27;
    const long Epoch = 1_400_000_000;
    const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const string Largest = "aWgEPTl1tmebfsQzFP4bxwgy80V";

    /// <summary>A new id for the current second.</summary>
    public static string New(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        Span<byte> bytes = stackalloc byte[ByteCount];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, unchecked((uint)(time.GetUtcNow().ToUnixTimeSeconds() - Epoch)));
        UniqueBytes.Fill(bytes[4..]);
        return Encode(bytes);
    }

    /// <summary>The text of twenty bytes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, ByteCount);
        Span<uint> words = stackalloc uint[5];
        for (var i = 0; i < words.Length; i++)
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(bytes[(4 * i)..]);
        Span<char> text = stackalloc char[Length];
        for (var i = Length - 1; i >= 0; i--)
            text[i] = Digits[(int)DivideBy62(words)];
        return new string(text);
    }

    /// <summary>Whether the text is such an id.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: Length } && text.All(char.IsAsciiLetterOrDigit) && string.CompareOrdinal(text, Largest) <= 0;

    static uint DivideBy62(Span<uint> words)
    {
        ulong rest = 0;
        foreach (ref var word in words)
        {
            var value = (rest << 32) | word;
            word = (uint)(value / 62);
            rest = value % 62;
        }
        return (uint)rest;
    }
}
