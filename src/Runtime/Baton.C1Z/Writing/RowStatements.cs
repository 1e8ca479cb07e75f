using System.Diagnostics;

namespace Baton.C1Z;

/// <summary>How the rows of each kind are stored: parameters in the order of the columns, one row after the other, then sync id and time.</summary>
static class RowStatements
{
    /// <summary>What happens to a row whose id is there.</summary>
    public const string OnConflict = "ON CONFLICT (external_id, sync_id) DO UPDATE SET data = excluded.data";

    /// <summary>As many rows are added by one statement: beginning and ending it costs a quarter of storing a row.</summary>
    public const int Together = 16;

    // An expansion that was not there, or not the same, must be worked through; without one there is nothing to do.
    public const string ExpansionRule =
        ", expansion = excluded.expansion, needs_expansion = CASE WHEN excluded.expansion IS NULL THEN 0 "
        + "WHEN expansion IS NULL OR expansion <> excluded.expansion THEN 1 ELSE needs_expansion END";

    /// <summary>The column of grants that holds bytes, as the last one of every kind does; the others are text.</summary>
    public const int Expansion = 6;

    public static int ColumnCount(RowKind kind) => kind switch
    {
        RowKind.ResourceType => 2,
        RowKind.Resource => 5,
        RowKind.Entitlement => 4,
        RowKind.Grant => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The statement that adds or changes one row.</summary>
    /// <param name="kind">The table.</param>
    /// <param name="keepExpansion">For grants: the column of an existing row stays, and that of a new row is empty.</param>
    public static string Upsert(RowKind kind, bool keepExpansion) =>
        $"INSERT {Rows(kind, 1, keepExpansion)} {OnConflict}{(kind == RowKind.Grant && !keepExpansion ? ExpansionRule : "")}";

    /// <summary>The statement that adds rows, and leaves out those whose ids are there.</summary>
    /// <param name="kind">The table.</param>
    /// <param name="rows">How many.</param>
    /// <param name="keepExpansion">For grants: leaves the columns of the expansion empty.</param>
    public static string AddNew(RowKind kind, int rows, bool keepExpansion) => $"INSERT OR IGNORE {Rows(kind, rows, keepExpansion)}";

    /// <summary>The statement that adds grants, whether their ids are there or not; see <see cref="GrantIndices"/>.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="keepExpansion">Leaves the columns of the expansion empty.</param>
    // A failure undoes the transaction in any case: SQLite need not be able to undo the statement alone, for which it would copy pages.
    public static string AddGrants(int rows, bool keepExpansion) => $"INSERT OR ROLLBACK {Rows(RowKind.Grant, rows, keepExpansion)}";

    static string Rows(RowKind kind, int rows, bool keepExpansion)
    {
        var (table, columns) = kind switch
        {
            RowKind.ResourceType => ("v1_resource_types", "external_id"),
            RowKind.Resource => ("v1_resources", "resource_type_id, external_id, parent_resource_type_id, parent_resource_id"),
            RowKind.Entitlement => ("v1_entitlements", "resource_type_id, resource_id, external_id"),
            RowKind.Grant => ("v1_grants", "resource_type_id, resource_id, entitlement_id, principal_resource_type_id, principal_resource_id, external_id, expansion"),
            _ => throw new UnreachableException(),
        };
        var needs = kind == RowKind.Grant ? ", needs_expansion" : "";
        return $"INTO {table} ({columns}, data, sync_id, discovered_at{needs}) VALUES {string.Join(", ", Enumerable.Range(0, rows).Select(Row))}";

        string Row(int row)
        {
            var count = ColumnCount(kind);
            var values = Enumerable.Range(0, count + 2).Select(column => $"?{(column < count ? row * count : (rows - 1) * count) + column + 1}").ToList();
            if (kind == RowKind.Grant)
            {
                values.Add(keepExpansion ? "0" : values[Expansion] + " IS NOT NULL");
                if (keepExpansion)
                    values[Expansion] = "NULL";
            }
            return $"({string.Join(", ", values)})";
        }
    }
}
