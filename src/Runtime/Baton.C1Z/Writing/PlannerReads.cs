using Baton.C1Z.Sqlite;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>What a running sync asks about what it has stored.</summary>
sealed class PlannerReads(Database database) : IDisposable
{
    readonly Statement _type = database.Prepare("SELECT 1 FROM v1_resource_types WHERE external_id = ?1 AND sync_id = ?2");

    // The unary plus keeps the planner on the index of the type, which is in the order of the rows. Few messages are worth a look.
    readonly Statement _resources = database.Prepare(
        "SELECT id, external_id, parent_resource_type_id, parent_resource_id, "
        + "CASE WHEN instr(data, CAST('/c1.connector.v2.Skip' AS BLOB)) THEN data END FROM v1_resources "
        + "WHERE resource_type_id = ?1 AND +sync_id = ?2 AND id >= ?3 ORDER BY id LIMIT ?4");

    readonly Statement _count = database.Prepare(
        "SELECT count(CASE WHEN id < ?3 THEN 1 END), count(*) FROM v1_resources WHERE resource_type_id = ?1 AND +sync_id = ?2");

    public (long Before, long Total) CountResources(string syncId, string resourceTypeId, long row)
    {
        _count.Text(1, resourceTypeId).Text(2, syncId).Int64(3, row);
        _count.Step();
        var counts = (_count.Int64(0), _count.Int64(1));
        _count.Reset();
        return counts;
    }

    public bool HasResourceType(string syncId, string id)
    {
        _type.Text(1, id).Text(2, syncId);
        var isThere = _type.Step();
        _type.Reset();
        return isThere;
    }

    public int ReadResources(string syncId, string resourceTypeId, ref long cursor, IList<StoredResource> into, int max)
    {
        var prefix = resourceTypeId.Length + 1;
        _resources.Text(1, resourceTypeId).Text(2, syncId).Int64(3, cursor).Int64(4, max);
        var count = 0;
        for (; _resources.Step(); count++)
        {
            var row = _resources.Int64(0);
            into.Add(WithSkips(new(row, _resources.Text(1)![prefix..], _resources.Text(2), _resources.Text(3)), _resources.Bytes(4)));
            cursor = row + 1;
        }
        _resources.Reset();
        return count;
    }

    static StoredResource WithSkips(StoredResource resource, ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
            return resource;
        var annotations = Resource.Parser.ParseFrom(data).Annotations;
        var both = annotations.Has<SkipEntitlementsAndGrants>();
        return resource with { SkipsEntitlements = both || annotations.Has<SkipEntitlements>(), SkipsGrants = both || annotations.Has<SkipGrants>() };
    }

    public void Dispose()
    {
        _type.Dispose();
        _resources.Dispose();
        _count.Dispose();
    }
}
