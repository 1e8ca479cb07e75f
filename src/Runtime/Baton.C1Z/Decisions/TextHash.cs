using System.Runtime.InteropServices;

namespace Baton.C1Z;

/// <summary>
/// Hashes texts by multiplying with secret numbers, sixteen bytes a step. The secrets are drawn anew for each table: whoever writes a file cannot
/// choose ids that meet in one place.
/// </summary>
readonly struct TextHash
{
    const int Block = 2 * sizeof(ulong);

    readonly ulong _start;
    readonly ulong _secret;

    TextHash(ulong start, ulong secret) => (_start, _secret) = (start, secret);

    public static TextHash Create()
    {
        Span<ulong> secrets = stackalloc ulong[2];
        UniqueBytes.Fill(MemoryMarshal.AsBytes(secrets));
        return new(secrets[0], secrets[1] | 1);
    }

    public int Of(ReadOnlySpan<char> text)
    {
        var rest = MemoryMarshal.AsBytes(text);
        var state = _start;
        for (; rest.Length > Block; rest = rest[Block..])
            state = Fold(Word(rest) ^ _secret, Word(rest[sizeof(ulong)..]) ^ state);
        // What is left is read from both ends; where the halves overlap, the length keeps texts apart.
        var (low, high) = rest.Length switch
        {
            >= sizeof(ulong) => (Word(rest), Word(rest[^sizeof(ulong)..])),
            >= sizeof(uint) => (HalfWord(rest), HalfWord(rest[^sizeof(uint)..])),
            > 0 => (text[^1], 0UL),
            _ => (0UL, 0UL),
        };
        return (int)Fold(Fold(low ^ _secret, high ^ state) ^ (uint)text.Length, _secret);
    }

    static ulong Word(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<ulong>(bytes);

    static ulong HalfWord(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<uint>(bytes);

    /// <summary>Both halves of the product: every bit of it depends on bits of both numbers.</summary>
    static ulong Fold(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return high ^ low;
    }
}
