using System.Text;
using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>
/// Puts other grants in the place of those that carry an annotation. The new ones wait in a table on the disk until all are known: one of
/// them may have the id of a grant that was not read yet.
/// </summary>
sealed class GrantReplacement(Database database, string syncId)
{
    const string Staged = "temp.staged_grants";

    const string Columns =
        "resource_type_id, resource_id, entitlement_id, principal_resource_type_id, principal_resource_id, external_id, expansion, data";

    /// <summary>Reads a page of grants that carry an annotation whose full name begins so.</summary>
    public int Read(string annotation, ref long cursor, IList<StoredGrant> into, int max)
    {
        using var page = database.Prepare(
            $"SELECT id, {RowParser.GrantColumns} FROM v1_grants WHERE sync_id = ?1 AND id >= ?2 AND instr(data, ?3) > 0 ORDER BY id LIMIT ?4");
        page.Text(1, syncId).Int64(2, cursor).Blob(3, Mark(annotation)).Int64(4, max);
        var count = 0;
        for (; page.Step(); count++)
        {
            cursor = page.Int64(0) + 1;
            into.Add(new(page.Int64(0), Parse(page)));
        }
        return count;
    }

    /// <summary>Keeps grants for <see cref="Run"/>; of several with one id the last stays.</summary>
    public void Stage(RowBatch batch)
    {
        database.Execute($"CREATE TABLE IF NOT EXISTS {Staged} (external_id TEXT PRIMARY KEY, {Columns.Replace("external_id, ", "", StringComparison.Ordinal)}) WITHOUT ROWID");
        using var insert = database.Prepare($"INSERT OR REPLACE INTO {Staged} ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        using var transaction = database.Begin();
        RowWriter.Run(insert, batch);
        transaction.Commit();
    }

    /// <summary>Deletes the grants that carry the annotation, and stores those that were kept.</summary>
    /// <returns>How many were deleted and stored.</returns>
    public (long Deleted, long Stored) Run(string annotation, string discoveredAt)
    {
        using var transaction = database.Begin();
        using (var delete = database.Prepare("DELETE FROM v1_grants WHERE sync_id = ?1 AND instr(data, ?2) > 0"))
            delete.Text(1, syncId).Blob(2, Mark(annotation)).Run();
        var deleted = database.Changes;
        var stored = HasStaged ? Store(discoveredAt) : 0;
        transaction.Commit();
        database.Execute($"DROP TABLE IF EXISTS {Staged}");
        return (deleted, stored);
    }

    long Store(string discoveredAt)
    {
        using var insert = database.Prepare(
            $"INSERT INTO v1_grants ({Columns}, sync_id, discovered_at, needs_expansion) SELECT {Columns}, ?1, ?2, expansion IS NOT NULL FROM {Staged} " +
            "WHERE true ORDER BY external_id " + RowStatements.OnConflict + RowStatements.ExpansionRule);
        insert.Text(1, syncId).Text(2, discoveredAt).Run();
        return database.Changes;
    }

    bool HasStaged => database.Number("SELECT count(*) FROM sqlite_temp_master WHERE name = 'staged_grants'") > 0;

    Protocol.Connector.V2.Grant Parse(Statement row)
    {
        try
        {
            return RowParser.Grant(row, withExpansion: true);
        }
        catch (InvalidDataException e)
        {
            throw database.CorruptRow(Tables.Grants.Name, row.Int64(0), e.Message, e);
        }
    }

    static byte[] Mark(string annotation) => Encoding.UTF8.GetBytes("/" + annotation);
}
