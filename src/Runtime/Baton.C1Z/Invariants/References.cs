using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>
/// I3, I7, I8, I9: what entitlements and grants refer to is there. Where few things are referred to by many, an index is walked from one
/// value to the next; where they are many, it is read. Nothing is held in memory.
/// </summary>
sealed class References(Database database, string syncId, ViolationBook book, CancellationToken cancellationToken)
{
    static readonly byte[] Inserted = "/c1.connector.v2.InsertResourceGrants"u8.ToArray();
    static readonly byte[] Matched = "/c1.connector.v2.ExternalResourceMatch"u8.ToArray();

    /// <summary>I7: the resource of an entitlement.</summary>
    public void OfEntitlements()
    {
        using var rows = database.Prepare(
            "SELECT e.external_id, e.resource_type_id FROM v1_entitlements AS e WHERE e.sync_id = ?1 AND NOT EXISTS (SELECT 1 FROM v1_resources AS r " +
            "WHERE r.external_id = e.resource_type_id || ':' || e.resource_id AND r.sync_id = ?1) ORDER BY e.id");
        rows.Text(1, syncId);
        while (rows.Step())
            book.Of("I7", Text("entitlements are on resources", rows.Text(1)!)).Add(rows.Text(0)!);
    }

    /// <summary>I3: the resource of a grant's entitlement.</summary>
    public void OfGrantsToResources()
    {
        using var next = database.Prepare(
            "SELECT resource_type_id, resource_id FROM v1_grants WHERE (resource_type_id, resource_id) > (?1, ?2) " +
            "ORDER BY resource_type_id, resource_id LIMIT 1");
        using var find = database.Prepare("SELECT 1 FROM v1_resources WHERE external_id = ?1 AND sync_id = ?2");
        for (var (type, id) = ("", ""); next.Text(1, type).Text(2, id).Step();)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (type, id) = (next.Text(0)!, next.Text(1)!);
            next.Reset();
            if (!IsThere(find.Text(1, $"{type}:{id}").Text(2, syncId)))
                Count(type, id);
        }

        void Count(string type, string id)
        {
            Grants("resource_type_id = ?3 AND resource_id = ?4", type, id, instr: Inserted, isWith: true,
                () => book.Of("I3", Text("grants that bring their resources are on resources", type), isHard: true));
            Grants("resource_type_id = ?3 AND resource_id = ?4", type, id, instr: Inserted, isWith: false,
                () => book.Of("I3", Text("grants are on resources", type)));
        }
    }

    /// <summary>I9: the principal of a grant; not of those that ask for one of another system.</summary>
    public void OfGrantsToPrincipals()
    {
        using var missing = database.Prepare(
            "SELECT type, id FROM (SELECT DISTINCT principal_resource_type_id AS type, principal_resource_id AS id FROM v1_grants " +
            "INDEXED BY idx_grants_principal_id_v1) AS p " +
            "WHERE NOT EXISTS (SELECT 1 FROM v1_resources AS r WHERE r.external_id = p.type || ':' || p.id AND r.sync_id = ?1)");
        missing.Text(1, syncId);
        while (missing.Step())
        {
            var (type, id) = (missing.Text(0)!, missing.Text(1)!);
            Grants("principal_resource_type_id = ?3 AND principal_resource_id = ?4", type, id, instr: Matched, isWith: false,
                () => book.Of("I9", Text("grants are to principals", type)));
        }
    }

    /// <summary>I8: the entitlement of a grant; not of those that bring their resource.</summary>
    public void OfGrantsToEntitlements()
    {
        using var next = database.Prepare(
            "SELECT entitlement_id FROM v1_grants INDEXED BY idx_grants_entitlement_sync_grant_v1 WHERE entitlement_id > ?1 ORDER BY entitlement_id LIMIT 1");
        using var find = database.Prepare("SELECT 1 FROM v1_entitlements WHERE external_id = ?1 AND sync_id = ?2");
        for (var id = ""; Next(next.Text(1, id)) is { } entitlement; id = entitlement)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsThere(find.Text(1, entitlement).Text(2, syncId)))
                continue;
            Grants("entitlement_id = ?3 AND ?4 = ''", entitlement, "", instr: Inserted, isWith: false,
                () => book.Of("I8", "grants are of entitlements that are not in the sync"));
        }
    }

    /// <summary>Counts the grants of this sync among those that refer to something.</summary>
    void Grants(string condition, string first, string second, byte[] instr, bool isWith, Func<InvariantViolation> violation)
    {
        using var rows = database.Prepare(
            $"SELECT external_id FROM v1_grants WHERE {condition} AND +sync_id = ?1 AND (instr(data, ?2) > 0) = {(isWith ? 1 : 0)}");
        rows.Text(1, syncId).Blob(2, instr).Text(3, first).Text(4, second);
        for (InvariantViolation? found = null; rows.Step();)
            (found ??= violation()).Add(rows.Text(0)!);
    }

    string Text(string what, string type)
    {
        using var find = database.Prepare("SELECT 1 FROM v1_resource_types WHERE external_id = ?1 AND sync_id = ?2");
        return IsThere(find.Text(1, type).Text(2, syncId))
            ? $"{what} of type \"{type}\" that are not in the sync: the connector makes ids that it does not list"
            : $"{what} of type \"{type}\", which is not in the sync: sync that type too, or leave them out";
    }

    static string? Next(Statement statement)
    {
        var value = statement.Step() ? statement.Text(0) : null;
        statement.Reset();
        return value;
    }

    static bool IsThere(Statement statement)
    {
        var isThere = statement.Step();
        statement.Reset();
        return isThere;
    }
}
