using System.Text;

namespace Baton.C1Z;

/// <summary>Texts in one array of UTF-8, one behind the other.</summary>
sealed class TextBytes
{
    const int StackLimit = 512;

    byte[] _bytes = new byte[1 << 12];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> this[int start, int end] => _bytes.AsSpan(start, end - start);

    /// <summary>Adds a text at the end: from the length before to the one after.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        var end = (long)Length + Encoding.UTF8.GetByteCount(text);
        if (end > Array.MaxLength)
            throw new C1ZException(C1ZError.TooLarge, "the ids of the sync take more than 2 GiB, which does not fit into an access graph");
        if (end > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, end)));
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    public static bool Equals(ReadOnlySpan<byte> utf8, ReadOnlySpan<char> text) =>
        utf8.Length == text.Length ? Ascii.Equals(utf8, text) : utf8.Length > text.Length && EqualsLonger(utf8, text);

    /// <summary>Gives back what was reserved for growth.</summary>
    public void Trim() => Array.Resize(ref _bytes, Length);

    static bool EqualsLonger(ReadOnlySpan<byte> utf8, ReadOnlySpan<char> text)
    {
        if (utf8.Length > 3 * (long)text.Length)
            return false;
        var buffer = text.Length <= StackLimit ? stackalloc byte[3 * StackLimit] : new byte[3 * text.Length];
        return utf8.SequenceEqual(buffer[..Encoding.UTF8.GetBytes(text, buffer)]);
    }
}
