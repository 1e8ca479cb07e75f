namespace Baton.Protocol;

/// <summary>The order of map keys on the wire: texts by their UTF-8 bytes, numbers by value, false before true.</summary>
sealed class MapKeyComparer : IComparer<object>
{
    public static MapKeyComparer Instance { get; } = new();

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (string a, string b) => CompareAsUtf8(a, b),
        (IComparable a, _) => a.CompareTo(y),
        _ => throw new ArgumentException($"A map key cannot be a {x?.GetType().Name ?? "null"}."),
    };

    // Ordinal order of UTF-16 differs from that of UTF-8 in one point: surrogates, which stand for the highest code
    // points, are not the highest code units.
    static int CompareAsUtf8(string a, string b)
    {
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
        {
            if (a[i] != b[i])
                return CodePointRank(a[i]).CompareTo(CodePointRank(b[i]));
        }

        return a.Length.CompareTo(b.Length);
    }

    static int CodePointRank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
