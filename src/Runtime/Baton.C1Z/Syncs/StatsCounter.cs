using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Counts the rows of a sync.</summary>
static class StatsCounter
{
    public static SyncStats Count(Database database, SyncRun run)
    {
        var resources = CountResources(database, run.Id);
        var counts = new SyncStats
        {
            ResourceTypes = resources.Count,
            Resources = resources.Values.Sum(),
            ResourcesByResourceType = resources,
            Assets = Groups(database, "SELECT '', count(*) FROM v1_assets WHERE sync_id = ?1", run.Id)[""],
        };
        if (run.Type != SyncType.ResourcesOnly)
        {
            var entitlements = Groups(database, "SELECT resource_type_id, count(*) FROM v1_entitlements WHERE sync_id = ?1 GROUP BY 1", run.Id);
            var grants = CountGrants(database, run.Id);
            counts = counts with
            {
                Entitlements = entitlements.Values.Sum(),
                EntitlementsByResourceType = entitlements,
                Grants = grants.Values.Sum(),
                GrantsByResourceType = grants,
            };
        }
        return SyncStatsJson.WithTimings(counts, run.Token);
    }

    // One entry for every stored type, whether it has resources or not; resources of other types do not count.
    static SortedDictionary<string, long> CountResources(Database database, string syncId)
    {
        var types = Groups(database, "SELECT external_id, 0 FROM v1_resource_types WHERE sync_id = ?1", syncId);
        foreach (var (type, count) in OfType(database, "v1_resources", syncId, "SELECT 1 FROM v1_resources WHERE sync_id <> ?1 LIMIT 1"))
        {
            if (types.ContainsKey(type))
                types[type] = count;
        }
        return types;
    }

    static SortedDictionary<string, long> CountGrants(Database database, string syncId) =>
        OfType(database, "v1_grants", syncId, !IsWalked(database) ? "SELECT 1 FROM v1_grants WHERE sync_id <> ?1 LIMIT 1" :
            "WITH RECURSIVE e (id) AS (SELECT min(entitlement_id) FROM v1_grants UNION ALL " +
            "SELECT (SELECT min(entitlement_id) FROM v1_grants WHERE entitlement_id > e.id) FROM e WHERE e.id IS NOT NULL) " +
            "SELECT 1 FROM e WHERE EXISTS (SELECT 1 FROM v1_grants AS g WHERE g.entitlement_id = e.id AND g.sync_id < ?1) " +
            "OR EXISTS (SELECT 1 FROM v1_grants AS g WHERE g.entitlement_id = e.id AND g.sync_id > ?1) LIMIT 1");

    // Where grants are many to an entitlement, an index is walked from one entitlement to the next, if it is there: without it each step would read all.
    static bool IsWalked(Database database) =>
        database.Number("SELECT max(id) FROM v1_grants") > 16 * database.Number("SELECT count(*) FROM v1_entitlements") &&
        Tables.GrantsBySync.ColumnsIn(database) == Tables.GrantsBySync.Columns;

    // Where all rows are of one sync, as mostly, an index holds what is asked for, and not one row is read.
    static SortedDictionary<string, long> OfType(Database database, string table, string syncId, string findOthers)
    {
        using var others = database.Prepare(findOthers);
        var ofSync = others.Text(1, syncId).Step() ? "sync_id = ?1" : "?1 = ?1";
        return Groups(database, $"SELECT resource_type_id, count(*) FROM {table} WHERE {ofSync} GROUP BY 1", syncId);
    }

    static SortedDictionary<string, long> Groups(Database database, string sql, string syncId)
    {
        var groups = new SortedDictionary<string, long>(Utf8Order.Instance);
        using var statement = database.Prepare(sql);
        statement.Text(1, syncId);
        while (statement.Step())
            groups[statement.Text(0) ?? ""] = statement.Int64(1);
        return groups;
    }
}
