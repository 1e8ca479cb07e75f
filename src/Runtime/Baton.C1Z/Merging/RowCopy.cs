using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Copies rows of one sync into another, with the times at which they were found.</summary>
/// <param name="database">Has the target as its main database.</param>
/// <param name="source">Name of the database to copy from.</param>
sealed class RowCopy(Database database, string source = "main")
{
    /// <summary>The tables that hold what was collected.</summary>
    public static readonly Table[] Collected = [Tables.ResourceTypes, Tables.Resources, Tables.Entitlements, Tables.Grants, Tables.Assets];

    static readonly string[] Expansion = ["expansion", "needs_expansion"];

    /// <summary>Copies what another sync does not have under the same id. Grants lose their expansion, as in every diff inside of a file.</summary>
    public void Additions(Table table, string fromSync, string otherSync, string toSync) => Run(
        $"INSERT INTO {table.Name} ({Columns(table, withExpansion: false)}, sync_id) SELECT {Columns(table, withExpansion: false)}, ?3 FROM {table.Name} AS a " +
        $"WHERE sync_id = ?1 AND NOT EXISTS ({Same(table, "main")}) ORDER BY id",
        fromSync, otherSync, toSync);

    /// <summary>Copies what the other sync, in the source, does not have or has differently.</summary>
    public void Upserts(Table table, string fromSync, string otherSync, string toSync) => Run(
        $"INSERT INTO {table.Name} ({Columns(table)}, sync_id) SELECT {Columns(table)}, ?3 FROM {table.Name} AS a " +
        $"WHERE sync_id = ?1 AND NOT EXISTS ({Same(table, source)} AND b.data = a.data{SameExpansion(table)}) ORDER BY id",
        fromSync, otherSync, toSync);

    /// <summary>Copies what a sync of the source has, and the other one, in the target, has not.</summary>
    public void Deletions(Table table, string fromSync, string otherSync, string toSync) => Run(
        $"INSERT INTO {table.Name} ({Columns(table)}, sync_id) SELECT {Columns(table)}, ?3 FROM {source}.{table.Name} AS a " +
        $"WHERE sync_id = ?1 AND NOT EXISTS ({Same(table, "main")}) ORDER BY id",
        fromSync, otherSync, toSync);

    /// <summary>Copies all rows; of two with one id the one that was found later stays. Times compare as text, as everywhere in the format.</summary>
    public void Newer(Table table, string fromSync, string toSync) => Run(
        $"INSERT INTO {table.Name} ({Columns(table)}, sync_id) SELECT {Columns(table)}, ?2 FROM {source}.{table.Name} WHERE sync_id = ?1 ORDER BY id " +
        $"ON CONFLICT (external_id, sync_id) DO UPDATE SET {string.Join(", ", Names(table).Select(static c => $"{c} = excluded.{c}"))} " +
        $"WHERE excluded.discovered_at > {table.Name}.discovered_at",
        fromSync, toSync);

    void Run(string sql, params ReadOnlySpan<string> values)
    {
        using var statement = database.Prepare(sql);
        for (var i = 0; i < values.Length; i++)
            statement.Text(i + 1, values[i]);
        statement.Run();
    }

    static string Same(Table table, string other) => $"SELECT 1 FROM {other}.{table.Name} AS b WHERE b.external_id = a.external_id AND b.sync_id = ?2";

    static string SameExpansion(Table table) => table == Tables.Grants ? " AND coalesce(b.expansion, x'') = coalesce(a.expansion, x'')" : "";

    static string Columns(Table table, bool withExpansion = true) =>
        string.Join(", ", Names(table).Where(name => withExpansion || !Expansion.Contains(name)));

    static IEnumerable<string> Names(Table table) => table.Columns.Select(static column => column.Name).Where(static name => name is not ("id" or "sync_id"));
}
