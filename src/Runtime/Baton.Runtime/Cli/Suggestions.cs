namespace Baton.Cli;

/// <summary>Finds what somebody probably meant.</summary>
static class Suggestions
{
    const int MaxDistance = 2;

    /// <summary>The block that follows an error about a name, with what precedes each name; empty when nothing is near.</summary>
    public static string Block(string typed, IEnumerable<string> names, string prefix = "")
    {
        var near = Near(typed, names);
        return near.Count == 0 ? "" : $"\n\nDid you mean this?\n{string.Concat(near.Select(n => $"\t{prefix}{n}\n"))}";
    }

    /// <summary>The same in a few words, for a message of one line.</summary>
    public static string Inline(string typed, IEnumerable<string> names) =>
        Near(typed, names) is [var first, ..] ? $"; did you mean \"{first}\"?" : "";

    static List<string> Near(string typed, IEnumerable<string> names) =>
        names.Where(n => typed.Length > 0 && (n.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || Distance(typed, n) <= MaxDistance))
            .OrderBy(n => Distance(typed, n))
            .ThenBy(static n => n, StringComparer.Ordinal)
            .Take(3)
            .ToList();

    /// <summary>The number of letters to insert, remove or change (Levenshtein), ignoring case.</summary>
    static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MaxDistance)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, same ? diagonal : diagonal + 1));
            }
        }
        return row[b.Length];
    }
}
