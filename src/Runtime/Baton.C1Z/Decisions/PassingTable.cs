namespace Baton.C1Z;

/// <summary>Which entitlements give which others to their holders: for each that is given, by which grants, and from what.</summary>
sealed class PassingTable
{
    const int None = -1;

    readonly int[] _first; // by entitlement that is given
    readonly Edge[] _edges;
    readonly int[][] _filters; // numbers of types, sorted
    readonly bool[] _isOpen; // by entitlement

    [ThreadStatic]
    static PassingSearch? _search;

    public PassingTable(int entitlements, List<Edge> edges, List<int[]> filters, ResourceTable resources)
    {
        _filters = [.. filters];
        int[] given = [.. edges.Select(static edge => edge.Given)];
        _edges = Array.ConvertAll(Grouping.Of(given, entitlements, out _first), place => edges[place]);
        _isOpen = OpenEntitlements.Of(this, entitlements, resources);
    }

    public ReadOnlySpan<Edge> Edges => _edges;

    /// <summary>The grant by which a principal gets an entitlement that it does not hold through what it holds; negative when it does not.</summary>
    public int Find(ResourceTable resources, int principal, int entitlement)
    {
        if (!_isOpen[entitlement])
            return None;
        var type = resources.TypeOf(principal);
        var search = (_search ??= new()).Begin(entitlement, _isOpen.Length);
        while (search.Next(out var at, out var index))
        {
            foreach (var edge in Into(at))
            {
                if (!Passes(edge, type))
                    continue;
                var source = resources.GrantOf(principal, edge.Source);
                if (source >= 0 && (!edge.IsShallow || resources.IsDirect(source)))
                    return search.FirstGrant(edge.Grant, index);
                if (!edge.IsShallow && _isOpen[edge.Source])
                    search.Reach(edge.Source, edge.Grant, index);
            }
        }
        return None;
    }

    /// <summary>The grants from one that the principal holds directly to that of an entitlement; a derived one alone when nothing explains it.</summary>
    public List<int> Path(ResourceTable resources, int principal, int entitlement)
    {
        var own = resources.GrantOf(principal, entitlement);
        if (own >= 0 && resources.IsDirect(own))
            return [own];
        var type = resources.TypeOf(principal);
        var search = new PassingSearch().Begin(entitlement, _isOpen.Length);
        List<int>? derived = own >= 0 ? [own] : null;
        while (search.Next(out var at, out var index))
        {
            foreach (var edge in Into(at))
            {
                if (!Passes(edge, type))
                    continue;
                var source = resources.GrantOf(principal, edge.Source);
                if (source >= 0 && resources.IsDirect(source))
                    return [source, edge.Grant, .. search.GrantsFrom(index)];
                if (source >= 0 && !edge.IsShallow)
                    derived ??= [source, edge.Grant, .. search.GrantsFrom(index)];
                if (!edge.IsShallow)
                    search.Reach(edge.Source, edge.Grant, index);
            }
        }
        return derived ?? [];
    }

    /// <summary>Whether an edge is for principals of a type.</summary>
    public bool Passes(Edge edge, int type) => edge.Filter == None || Array.BinarySearch(_filters[edge.Filter], type) >= 0;

    ReadOnlySpan<Edge> Into(int entitlement) => _edges.AsSpan(_first[entitlement].._first[entitlement + 1]);

    /// <summary>Who holds the source gets what the grant gives.</summary>
    /// <param name="Given">The entitlement of the grant.</param>
    /// <param name="Source">An entitlement.</param>
    /// <param name="Grant">The grant that stands for the holders of the source.</param>
    /// <param name="Filter">The types of principals that it is for; negative for all.</param>
    /// <param name="IsShallow">Only for direct holders.</param>
    public readonly record struct Edge(int Given, int Source, int Grant, int Filter, bool IsShallow);
}
