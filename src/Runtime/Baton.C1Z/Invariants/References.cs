using System.Text;
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
        // Comparing both at once would read all grants of the resource again.
        using var next = database.Prepare(
            "SELECT * FROM (SELECT resource_type_id, resource_id FROM v1_grants WHERE resource_type_id = ?1 AND resource_id > ?2 ORDER BY resource_id LIMIT 1) " +
            "UNION ALL SELECT * FROM (SELECT resource_type_id, resource_id FROM v1_grants WHERE resource_type_id > ?1 ORDER BY 1, 2 LIMIT 1) LIMIT 1");
        using var find = database.Prepare("SELECT 1 FROM v1_resources WHERE external_id = ?1 AND sync_id = ?2");
        using var bringing = Referring("resource_type_id = ?3 AND resource_id = ?4", Inserted, isWith: true);
        using var others = Referring("resource_type_id = ?3 AND resource_id = ?4", Inserted, isWith: false);
        var hard = new ViolationsByType(type => book.Of("I3", Text("grants that bring their resources are on resources", type), isHard: true));
        var soft = new ViolationsByType(type => book.Of("I3", Text("grants are on resources", type)));
        for (var (type, id) = ("", ""); next.Text(1, type).Text(2, id).Step();)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (type, id) = (next.Text(0)!, next.Text(1)!);
            next.Reset();
            if (IsThere(find.Text(1, $"{type}:{id}").Text(2, syncId)))
                continue;
            var utf8 = Encoding.UTF8.GetBytes(type);
            Count(bringing.Text(3, utf8).Text(4, id), hard, utf8);
            Count(others.Text(3, utf8).Text(4, id), soft, utf8);
        }
    }

    /// <summary>I9: the principal of a grant; not of those that ask for one of another system.</summary>
    public void OfGrantsToPrincipals()
    {
        using var missing = database.Prepare(
            "SELECT type, id FROM (SELECT DISTINCT principal_resource_type_id AS type, principal_resource_id AS id FROM v1_grants " +
            "INDEXED BY idx_grants_principal_id_v1) AS p " +
            "WHERE NOT EXISTS (SELECT 1 FROM v1_resources AS r WHERE r.external_id = p.type || ':' || p.id AND r.sync_id = ?1)");
        // They may be as many as the grants.
        using var grants = Referring("principal_resource_type_id = ?3 AND principal_resource_id = ?4", Matched, isWith: false);
        var violations = new ViolationsByType(type => book.Of("I9", Text("grants are to principals", type)));
        missing.Text(1, syncId);
        while (missing.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Count(grants.Text(3, missing.Bytes(0)).Text(4, missing.Bytes(1)), violations, missing.Bytes(0));
        }
    }

    /// <summary>I8: the entitlement of a grant; not of those that bring their resource.</summary>
    public void OfGrantsToEntitlements()
    {
        using var next = database.Prepare(
            "SELECT entitlement_id FROM v1_grants INDEXED BY idx_grants_entitlement_sync_grant_v1 WHERE entitlement_id > ?1 ORDER BY entitlement_id LIMIT 1");
        using var find = database.Prepare("SELECT 1 FROM v1_entitlements WHERE external_id = ?1 AND sync_id = ?2");
        using var grants = Referring("entitlement_id = ?3 AND ?4 = ''", Inserted, isWith: false);
        var violations = new ViolationsByType(_ => book.Of("I8", "grants are of entitlements that are not in the sync"));
        for (var id = ""; Next(next.Text(1, id)) is { } entitlement; id = entitlement)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsThere(find.Text(1, entitlement).Text(2, syncId)))
                Count(grants.Text(3, entitlement).Text(4, ""), violations, default);
        }
    }

    /// <summary>Finds the grants of this sync that refer to something, which parameters 3 and 4 say, and carry an annotation or do not.</summary>
    Statement Referring(string condition, byte[] annotation, bool isWith) => database.Prepare(
        $"SELECT external_id FROM v1_grants WHERE {condition} AND +sync_id = ?1 AND (instr(data, ?2) > 0) = {(isWith ? 1 : 0)}")
        .Text(1, syncId).Blob(2, annotation);

    static void Count(Statement grants, ViolationsByType violations, ReadOnlySpan<byte> type)
    {
        for (InvariantViolation? found = null; grants.Step();)
        {
            found ??= violations.Of(type);
            found.Add(found.IsFull ? "" : grants.Text(0)!);
        }
        grants.Reset();
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
