namespace Baton.C1Z;

/// <summary>The order of the UTF-8 bytes of strings, which is that of SQLite and Go.</summary>
sealed class Utf8Order : IComparer<string>
{
    public static readonly Utf8Order Instance = new();

    public int Compare(string? x, string? y)
    {
        var common = x.AsSpan().CommonPrefixLength(y);
        return common < x.AsSpan().Length && common < y.AsSpan().Length
            ? Rank(x![common]).CompareTo(Rank(y![common]))
            : x.AsSpan().Length.CompareTo(y.AsSpan().Length);
    }

    // UTF-16 puts surrogates, which stand for the highest characters, below U+E000 to U+FFFF.
    static int Rank(char c) => char.IsSurrogate(c) ? c + 0x2000 : c >= '\uE000' ? c - 0x800 : c;
}
