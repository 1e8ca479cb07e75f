using System.Diagnostics;

namespace Baton.C1Z;

/// <summary>How the rows of each kind are stored: parameters in the order of the columns, then sync id and time.</summary>
static class RowStatements
{
    /// <summary>What happens to a row whose id is there.</summary>
    public const string OnConflict = "ON CONFLICT (external_id, sync_id) DO UPDATE SET data = excluded.data";

    const string GrantInsert =
        "INTO v1_grants (resource_type_id, resource_id, entitlement_id, principal_resource_type_id, principal_resource_id, "
        + "external_id, expansion, data, sync_id, discovered_at, needs_expansion) VALUES ";

    /// <summary>As many grants are added by one statement: beginning and ending it costs a quarter of storing a row.</summary>
    public const int Together = 16;

    // An expansion that was not there, or not the same, must be worked through; without one there is nothing to do.
    public const string ExpansionRule =
        ", expansion = excluded.expansion, needs_expansion = CASE WHEN excluded.expansion IS NULL THEN 0 "
        + "WHEN expansion IS NULL OR expansion <> excluded.expansion THEN 1 ELSE needs_expansion END";

    public static int ColumnCount(RowKind kind) => kind switch
    {
        RowKind.ResourceType => 2,
        RowKind.Resource => 5,
        RowKind.Entitlement => 4,
        RowKind.Grant => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The column of grants that holds bytes, as the last one of every kind does; the others are text.</summary>
    public const int Expansion = 6;

    /// <summary>The statement that adds or changes one row.</summary>
    /// <param name="kind">The table.</param>
    /// <param name="keepExpansion">For grants: the column of an existing row stays, and that of a new row is empty.</param>
    public static string Upsert(RowKind kind, bool keepExpansion) => kind switch
    {
        RowKind.ResourceType =>
            "INSERT INTO v1_resource_types (external_id, data, sync_id, discovered_at) VALUES (?1, ?2, ?3, ?4) " + OnConflict,
        RowKind.Resource =>
            "INSERT INTO v1_resources (resource_type_id, external_id, parent_resource_type_id, parent_resource_id, data, sync_id, discovered_at) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) " + OnConflict,
        RowKind.Entitlement =>
            "INSERT INTO v1_entitlements (resource_type_id, resource_id, external_id, data, sync_id, discovered_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
            + OnConflict,
        RowKind.Grant when keepExpansion => $"INSERT {GrantInsert}{GrantValues(0, 9, keepExpansion)} {OnConflict}",
        RowKind.Grant => $"INSERT {GrantInsert}{GrantValues(0, 9, keepExpansion)} {OnConflict}{ExpansionRule}",
        _ => throw new UnreachableException(),
    };

    /// <summary>The statement that adds grants, whether their ids are there or not; see <see cref="GrantIndices"/>.</summary>
    /// <param name="rows">How many: their columns one after the other, then sync id and time, which they have in common.</param>
    /// <param name="keepExpansion">Leaves the columns of the expansion empty.</param>
    public static string AddGrants(int rows, bool keepExpansion)
    {
        var columns = ColumnCount(RowKind.Grant);
        var values = Enumerable.Range(0, rows).Select(row => GrantValues(row * columns, (rows * columns) + 1, keepExpansion));
        // A failure undoes the transaction in any case: SQLite need not be able to undo the statement alone, for which it would copy pages.
        return $"INSERT OR ROLLBACK {GrantInsert}{string.Join(", ", values)}";
    }

    static string GrantValues(int before, int shared, bool keepExpansion)
    {
        var expansion = $"?{before + 7}";
        return $"(?{before + 1}, ?{before + 2}, ?{before + 3}, ?{before + 4}, ?{before + 5}, ?{before + 6}, " +
            $"{(keepExpansion ? "NULL" : expansion)}, ?{before + 8}, ?{shared}, ?{shared + 1}, {(keepExpansion ? "0" : expansion + " IS NOT NULL")})";
    }
}
