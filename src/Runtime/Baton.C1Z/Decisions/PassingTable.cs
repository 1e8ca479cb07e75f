namespace Baton.C1Z;

/// <summary>Which entitlements give which others to their holders: for each that is given, by which grants, and from what.</summary>
sealed class PassingTable
{
    const int None = -1;

    readonly int[] _first; // by entitlement that is given
    readonly Edge[] _edges;
    readonly int[][] _filters; // numbers of types, sorted

    [ThreadStatic]
    static Search? _search;

    public PassingTable(int entitlements, List<(int Given, Edge Edge)> edges, List<int[]> filters)
    {
        _filters = [.. filters];
        _first = new int[entitlements + 1];
        foreach (var (given, _) in edges)
            _first[given + 1]++;
        for (var entitlement = 0; entitlement < entitlements; entitlement++)
            _first[entitlement + 1] += _first[entitlement];
        var next = _first.AsSpan(0, entitlements).ToArray();
        _edges = new Edge[edges.Count];
        foreach (var (given, edge) in edges)
            _edges[next[given]++] = edge;
    }

    public bool IsEmpty => _edges.Length == 0;

    /// <summary>The grant by which a principal gets an entitlement through what else it holds; negative when it does not.</summary>
    public int Find(HeldTable held, int principal, int type, int entitlement)
    {
        if (_first[entitlement] == _first[entitlement + 1])
            return None;
        var search = (_search ??= new()).Begin(entitlement);
        while (search.Next(out var at, out var index))
        {
            foreach (var edge in Into(at))
            {
                if (!Passes(edge, type))
                    continue;
                var source = held.Find(principal, edge.Source);
                if (source >= 0 && (!edge.IsShallow || held.IsDirect(source)))
                    return search.FirstGrant(edge.Grant, index);
                if (!edge.IsShallow)
                    search.Reach(edge.Source, edge.Grant, index);
            }
        }
        return None;
    }

    /// <summary>The grants from one that the principal holds directly to that of an entitlement; a derived one alone when nothing explains it.</summary>
    public List<int> Path(HeldTable held, int principal, int type, int entitlement)
    {
        var own = held.Find(principal, entitlement);
        if (own >= 0 && held.IsDirect(own))
            return [own];
        var search = new Search().Begin(entitlement);
        List<int>? derived = own >= 0 ? [own] : null;
        while (search.Next(out var at, out var index))
        {
            foreach (var edge in Into(at))
            {
                if (!Passes(edge, type))
                    continue;
                var source = held.Find(principal, edge.Source);
                if (source >= 0 && held.IsDirect(source))
                    return [source, edge.Grant, .. search.GrantsFrom(index)];
                if (source >= 0 && !edge.IsShallow)
                    derived ??= [source, edge.Grant, .. search.GrantsFrom(index)];
                if (!edge.IsShallow)
                    search.Reach(edge.Source, edge.Grant, index);
            }
        }
        return derived ?? [];
    }

    ReadOnlySpan<Edge> Into(int entitlement) => _edges.AsSpan(_first[entitlement].._first[entitlement + 1]);

    bool Passes(Edge edge, int type) => edge.Filter == None || Array.BinarySearch(_filters[edge.Filter], type) >= 0;

    /// <summary>Who holds the source gets what the grant gives.</summary>
    /// <param name="Source">An entitlement.</param>
    /// <param name="Grant">The grant that stands for the holders of the source.</param>
    /// <param name="Filter">The types of principals that it is for; negative for all.</param>
    /// <param name="IsShallow">Only for direct holders.</param>
    public readonly record struct Edge(int Source, int Grant, int Filter, bool IsShallow);

    /// <summary>Breadth first, backwards from what is asked for; circles end where they were begun. Used again and again by its thread.</summary>
    sealed class Search
    {
        readonly List<(int Entitlement, int Grant, int From)> _reached = [];
        readonly HashSet<int> _seen = [];
        int _next;

        public Search Begin(int entitlement)
        {
            const int KeptCapacity = 1 << 16;
            if (_reached.Capacity > KeptCapacity)
            {
                // A single question on a strange file must not keep its memory for ever.
                _reached.Capacity = 0;
                _seen.TrimExcess(0);
            }
            _reached.Clear();
            _seen.Clear();
            _next = 0;
            Reach(entitlement, None, None);
            return this;
        }

        public bool Next(out int entitlement, out int index)
        {
            index = _next;
            if (_next == _reached.Count)
            {
                entitlement = None;
                return false;
            }
            entitlement = _reached[_next++].Entitlement;
            return true;
        }

        public void Reach(int entitlement, int grant, int from)
        {
            if (_seen.Add(entitlement))
                _reached.Add((entitlement, grant, from));
        }

        /// <summary>The last grant of the way: the one of the entitlement that was asked for.</summary>
        public int FirstGrant(int grant, int index)
        {
            for (; index > 0; index = _reached[index].From)
                grant = _reached[index].Grant;
            return grant;
        }

        /// <summary>The grants of the way from there on.</summary>
        public IEnumerable<int> GrantsFrom(int index)
        {
            for (; index > 0; index = _reached[index].From)
                yield return _reached[index].Grant;
        }
    }
}
