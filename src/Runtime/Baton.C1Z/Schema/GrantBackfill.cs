using Baton.C1Z.Sqlite;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.C1Z.Schema;

/// <summary>Moves <c>GrantExpandable</c> out of the grants of files that were written before it had a column.</summary>
static class GrantBackfill
{
    // Most grants expand nothing: looking for the name is cheaper than decoding them all. The cross join keeps the grants
    // in the outer loop, so that nothing is sorted.
    const string Candidates =
        "SELECT g.id, g.data FROM v1_grants g CROSS JOIN v1_sync_runs s ON s.sync_id = g.sync_id "
        + "WHERE s.grants_backfilled = 0 AND g.expansion IS NULL "
        + "AND instr(g.data, CAST('c1.connector.v2.GrantExpandable' AS BLOB)) > 0 ORDER BY g.id";

    public static void Run(Database database)
    {
        if (database.Number("SELECT EXISTS (SELECT 1 FROM v1_sync_runs WHERE grants_backfilled = 0)") == 0)
            return;
        using (var candidates = database.Prepare(Candidates))
        using (var update = database.Prepare("UPDATE v1_grants SET expansion = ?2, needs_expansion = 1, data = ?3 WHERE id = ?1"))
        {
            while (candidates.Step())
                Move(database, candidates, update);
        }
        database.Execute("UPDATE v1_sync_runs SET grants_backfilled = 1 WHERE grants_backfilled = 0");
    }

    static void Move(Database database, Statement candidate, Statement update)
    {
        var id = candidate.Int64(0);
        try
        {
            var grant = RowParser.Message<Grant>(candidate);
            if (GrantExpansion.Take(grant) is { } expansion)
                update.Int64(1, id).Blob(2, expansion).Blob(3, grant.ToByteArray()).Run();
        }
        catch (InvalidDataException e)
        {
            throw database.CorruptRow(Tables.Grants.Name, id, e.Message, e);
        }
    }
}
