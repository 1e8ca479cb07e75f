namespace Baton.C1Z;

/// <summary>
/// Groups of nodes that feed each other, each behind all the groups that feed it. Tarjan's algorithm along the edges from
/// destination to source, without recursion.
/// </summary>
sealed class StrongComponents
{
    const int Unseen = -1;

    readonly Func<int, ReadOnlyMemory<Edge>> _incoming;
    readonly int[] _order;
    readonly int[] _lowest;
    readonly List<int> _members = [];
    readonly List<int> _starts = [];
    readonly Stack<int> _open = new();
    readonly Stack<(int Node, int Edge)> _path = new();
    int _seen;

    /// <summary>Finds the groups.</summary>
    /// <param name="nodes">How many nodes there are.</param>
    /// <param name="incoming">The edges that lead to a node.</param>
    public StrongComponents(int nodes, Func<int, ReadOnlyMemory<Edge>> incoming)
    {
        _incoming = incoming;
        (_order, _lowest, ComponentOf) = (new int[nodes], new int[nodes], new int[nodes]);
        Array.Fill(_order, Unseen);
        Array.Fill(ComponentOf, Unseen);
        for (var node = 0; node < nodes; node++)
        {
            if (_order[node] == Unseen)
                Walk(node);
        }
    }

    public int Count => _starts.Count;

    /// <summary>The group of each node.</summary>
    public int[] ComponentOf { get; }

    /// <summary>The nodes of a group.</summary>
    public IReadOnlyList<int> Members(int component)
    {
        var end = component + 1 < Count ? _starts[component + 1] : _members.Count;
        return _members.GetRange(_starts[component], end - _starts[component]);
    }

    void Walk(int root)
    {
        Enter(root);
        while (_path.TryPop(out var at))
        {
            var edges = _incoming(at.Node).Span;
            if (at.Edge == edges.Length)
            {
                Leave(at.Node);
                continue;
            }
            _path.Push((at.Node, at.Edge + 1));
            var source = edges[at.Edge].Source;
            if (_order[source] == Unseen)
                Enter(source);
            else if (ComponentOf[source] == Unseen)
                _lowest[at.Node] = Math.Min(_lowest[at.Node], _order[source]);
        }
    }

    void Enter(int node)
    {
        _order[node] = _lowest[node] = _seen++;
        _open.Push(node);
        _path.Push((node, 0));
    }

    void Leave(int node)
    {
        if (_path.TryPeek(out var parent))
            _lowest[parent.Node] = Math.Min(_lowest[parent.Node], _lowest[node]);
        if (_lowest[node] != _order[node])
            return;
        var component = _starts.Count;
        _starts.Add(_members.Count);
        int member;
        do
        {
            member = _open.Pop();
            ComponentOf[member] = component;
            _members.Add(member);
        }
        while (member != node);
    }
}
