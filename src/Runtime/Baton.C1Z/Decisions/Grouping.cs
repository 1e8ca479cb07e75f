namespace Baton.C1Z;

/// <summary>Puts numbers together that belong together.</summary>
static class Grouping
{
    /// <summary>The places of what there is, group by group, each in the order that was.</summary>
    /// <param name="groups">The group of each.</param>
    /// <param name="count">How many groups there are.</param>
    /// <param name="first">Where each group begins; then the end.</param>
    public static int[] Of(ReadOnlySpan<int> groups, int count, out int[] first)
    {
        first = new int[count + 1];
        foreach (var group in groups)
            first[group + 1]++;
        for (var group = 0; group < count; group++)
            first[group + 1] += first[group];
        var next = first.AsSpan(0, count).ToArray();
        var places = new int[groups.Length];
        for (var place = 0; place < groups.Length; place++)
            places[next[groups[place]]++] = place;
        return places;
    }
}
