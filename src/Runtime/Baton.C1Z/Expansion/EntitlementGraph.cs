namespace Baton.C1Z;

/// <summary>
/// Which entitlements give which others to their holders. Entitlements that give each other in a circle are one component,
/// inside of which nothing is passed on.
/// </summary>
sealed class EntitlementGraph
{
    readonly IReadOnlyList<EntitlementNode> _nodes;
    readonly PrincipalFilters _filters;
    readonly Edge[] _edges;
    readonly int[] _firstEdge;
    readonly StrongComponents _components;

    public EntitlementGraph(IReadOnlyList<EntitlementNode> nodes, List<Edge> edges, PrincipalFilters filters)
    {
        (_nodes, _filters) = (nodes, filters);
        _edges = Edge.Merge(edges, filters);
        _firstEdge = FirstEdges(_edges, nodes.Count);
        _components = new(nodes.Count, Incoming);
        Destinations = Enumerable.Range(0, _components.Count).Where(c => Feeding(c).Length > 0).Sum(c => _components.Members(c).Count);
    }

    /// <summary>How many edges there are between entitlements.</summary>
    public int Edges => _edges.Length;

    /// <summary>How many entitlements may get grants.</summary>
    public int Destinations { get; }

    /// <summary>The entitlements of a circle, or none.</summary>
    public IReadOnlyList<string> Cycle()
    {
        var self = _edges.Where(static e => e.Source == e.Destination).Select(static e => (int?)e.Source).FirstOrDefault();
        IReadOnlyList<int> circle = self is { } node
            ? [node]
            : Enumerable.Range(0, _components.Count).Select(_components.Members).FirstOrDefault(static m => m.Count > 1) ?? [];
        return [.. circle.Select(n => _nodes[n].Id).Order(Utf8Order.Instance)];
    }

    /// <summary>The entitlements that may get grants, each behind all those it gets them from.</summary>
    public IEnumerable<Destination> InOrder()
    {
        for (var component = 0; component < _components.Count; component++)
        {
            var edges = Feeding(component);
            if (edges.Length == 0)
                continue;
            var feeds = Feeds(edges);
            foreach (var member in _components.Members(component))
                yield return new(_nodes[member], feeds);
        }
    }

    static int[] FirstEdges(Edge[] edges, int nodes)
    {
        var first = new int[nodes + 1];
        foreach (var edge in edges)
            first[edge.Destination + 1]++;
        for (var node = 0; node < nodes; node++)
            first[node + 1] += first[node];
        return first;
    }

    ReadOnlyMemory<Edge> Incoming(int node) => _edges.AsMemory(_firstEdge[node].._firstEdge[node + 1]);

    /// <summary>The edges from other components into this one; their ends are components.</summary>
    Edge[] Feeding(int component)
    {
        var edges = new List<Edge>();
        foreach (var member in _components.Members(component))
        {
            foreach (var edge in Incoming(member).Span)
            {
                if (_components.ComponentOf[edge.Source] is var source && source != component)
                    edges.Add(edge with { Source = source, Destination = component });
            }
        }
        return Edge.Merge(edges, _filters);
    }

    Feed[] Feeds(Edge[] edges) => [.. edges
        .SelectMany(edge => _components.Members(edge.Source).Select(source => new Feed(_nodes[source].Id, edge.IsShallow, _filters.Types(edge.Filter))))
        .OrderBy(static feed => feed.EntitlementId, Utf8Order.Instance)];
}
