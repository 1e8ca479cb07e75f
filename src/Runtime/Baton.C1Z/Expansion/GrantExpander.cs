namespace Baton.C1Z;

/// <summary>
/// Expands the grants of a sync: whoever is a member of a group also gets what the group got. Works entitlement by entitlement, each after
/// those that feed it, and writes nothing that is there already: it may be stopped at any time and begun again.
/// </summary>
public sealed class GrantExpander : IDisposable
{
    // Enough that the cost of a transaction does not count, and that nobody waits long for the file.
    const int WorkPerTurn = 50_000;

    readonly C1ZFile _file;
    readonly IEnumerator<Destination> _destinations;
    readonly ExpansionTally _tally = new();

    GrantExpander(C1ZFile file, EntitlementGraph graph, DroppedEdges dropped, int done)
    {
        _file = file;
        (Total, Edges, Cycle, Dropped) = (graph.Destinations, graph.Edges, graph.Cycle(), dropped);
        Done = Math.Clamp(done, 0, Total);
        _destinations = graph.InOrder().Skip(Done).GetEnumerator();
    }

    /// <summary>How many entitlements may get grants.</summary>
    public int Total { get; }

    /// <summary>How many of them are worked off; what was written for them is in the database.</summary>
    public int Done { get; private set; }

    /// <summary>How many pairs of entitlements there are of which one gives the other.</summary>
    public int Edges { get; }

    /// <summary>Entitlements that give each other in a circle, inside of which nothing is passed on; empty when there is no circle.</summary>
    public IReadOnlyList<string> Cycle { get; }

    /// <summary>What cannot be expanded.</summary>
    public DroppedEdges Dropped { get; }

    /// <summary>Grants that this expander added.</summary>
    public long Added => _tally.Added;

    /// <summary>Grants that were there, and to which this expander added sources.</summary>
    public long Changed => _tally.Changed;

    /// <summary>Works off some entitlements, in one transaction.</summary>
    /// <returns>False when all are done.</returns>
    public bool Next(CancellationToken cancellationToken = default) => Done < Total && _file.Use((session, sync) =>
    {
        using (session.Database.InterruptOn(cancellationToken))
            session.Indices.HoldByPrincipal(sync.Id);
        var merge = session.Expansion(sync.Id, _file.Now);
        var done = Done;
        using var transaction = session.Database.Begin();
        for (var end = merge.Work + WorkPerTurn; merge.Work < end && _destinations.MoveNext(); done++)
            merge.Run(_destinations.Current, _tally, cancellationToken);
        transaction.Commit();
        Done = done;
        return Done < Total;
    });

    /// <summary>Forgets the graph.</summary>
    public void Dispose() => _destinations.Dispose();

    internal static GrantExpander Create(C1ZFile file, int done, CancellationToken cancellationToken) => file.Use((session, sync) =>
    {
        using var registration = session.Database.InterruptOn(cancellationToken);
        session.Indices.HoldByPrincipal(sync.Id); // no grant stands twice from here on
        using var carriers = new Carriers(session.Database, sync.Id);
        return new GrantExpander(file, carriers.Read(cancellationToken), carriers.Dropped, done);
    });
}
