using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>
/// Reads the grants that carry an expansion, and makes the graph of entitlements out of them. Memory grows with the graph alone.
/// </summary>
sealed class Carriers(Database database, string syncId) : IDisposable
{
    readonly Statement _entitlement = database.Prepare("SELECT resource_type_id, resource_id FROM v1_entitlements WHERE external_id = ?1 AND sync_id = ?2");
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    readonly List<EntitlementNode> _nodes = [];
    readonly List<Edge> _edges = [];
    readonly PrincipalFilters _filters = new();

    /// <summary>Edges that were left out since an end of theirs is not stored.</summary>
    public DroppedEdges Dropped { get; } = new();

    public EntitlementGraph Read(CancellationToken cancellationToken)
    {
        // In the order of ids: the graph, and what is told about it, do not depend on the order of storing.
        using var rows = database.Prepare(
            "SELECT id, external_id, entitlement_id, principal_resource_type_id, principal_resource_id, expansion " +
            "FROM v1_grants INDEXED BY idx_grants_sync_needs_expansion_v1 " +
            "WHERE sync_id = ?1 AND needs_expansion = 1 AND expansion IS NOT NULL ORDER BY external_id");
        rows.Text(1, syncId);
        while (rows.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(rows);
        }
        return new(_nodes, _edges, _filters);
    }

    public void Dispose() => _entitlement.Dispose();

    void Add(Statement row)
    {
        var expansion = Parse(row);
        var entitlement = row.Text(2)!;
        var destination = Node(entitlement);
        if (destination >= 0 && _nodes[destination].Carrier == 0)
            _nodes[destination].Carrier = row.Int64(0);
        var filter = _filters.Of(expansion.ResourceTypeIds);
        foreach (var id in expansion.EntitlementIds)
        {
            var source = Node(id);
            if (source < 0)
            {
                Dropped.Source(id, row.Text(1)!);
                continue;
            }
            CheckOwner(_nodes[source], row);
            if (destination >= 0)
                _edges.Add(new(destination, source, expansion.Shallow, filter));
            else
                Dropped.Destination(entitlement, row.Text(1)!);
        }
    }

    GrantExpandable Parse(Statement row)
    {
        try
        {
            var bytes = row.Bytes(5);
            WireCheck.Run(bytes, GrantExpandable.Descriptor);
            return GrantExpandable.Parser.ParseFrom(bytes);
        }
        catch (InvalidDataException e)
        {
            throw database.CorruptRow(Tables.Grants.Name, row.Int64(0), e.Message, e);
        }
    }

    static void CheckOwner(EntitlementNode source, Statement carrier)
    {
        var (type, id) = (carrier.Text(3), carrier.Text(4));
        if (source.ResourceTypeId != type || source.ResourceId != id)
        {
            throw new GrantExpansionException(
                $"source entitlement resource id did not match grant principal id: the grant {carrier.Text(1)} stands for the holders of {source.Id}, " +
                $"which is an entitlement of {source.ResourceTypeId}:{source.ResourceId}, but its principal is {type}:{id}. " +
                "A grant can only stand for holders of entitlements of its own principal.");
        }
    }

    /// <summary>The number of an entitlement; negative when it is not stored.</summary>
    int Node(string id)
    {
        if (_numbers.TryGetValue(id, out var number))
            return number;
        _entitlement.Text(1, id).Text(2, syncId);
        number = -1;
        if (_entitlement.Step())
        {
            number = _nodes.Count;
            _nodes.Add(new(id, _entitlement.Text(0)!, _entitlement.Text(1)!));
        }
        _entitlement.Reset();
        _numbers.Add(id, number);
        return number;
    }
}
