namespace Baton.C1Z;

/// <summary>Who holds the source also holds the destination.</summary>
/// <param name="Destination">What is given.</param>
/// <param name="Source">To whose holders.</param>
/// <param name="IsShallow">Only to those who hold the source directly.</param>
/// <param name="Filter">Only to principals of these types, see <see cref="PrincipalFilters"/>.</param>
readonly record struct Edge(int Destination, int Source, bool IsShallow, int Filter)
{
    /// <summary>Makes one edge of those that join the same two ends: each of them alone would let its principals through.</summary>
    public static Edge[] Merge(List<Edge> edges, PrincipalFilters filters)
    {
        edges.Sort(static (x, y) => (x.Destination, x.Source).CompareTo((y.Destination, y.Source)));
        var merged = new List<Edge>();
        foreach (var edge in edges)
        {
            if (merged.Count > 0 && merged[^1] is var last && (last.Destination, last.Source) == (edge.Destination, edge.Source))
                merged[^1] = last with { IsShallow = last.IsShallow && edge.IsShallow, Filter = filters.Union(last.Filter, edge.Filter) };
            else
                merged.Add(edge);
        }
        return [.. merged];
    }
}
