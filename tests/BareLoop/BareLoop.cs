using Baton.C1Z;
using Baton.C1Z.Envelope;
using Baton.C1Z.Sqlite;

namespace Baton.Bare;

/// <summary>
/// The limit on this machine: rows that are encoded already, and in memory, are inserted into the tables and indices of the format by the
/// library that syncs use, and the result is compressed. What a sync needs beyond that is the framework's own share.
/// </summary>
static class BareLoop
{
    public static void Write(string database, string target, List<StoredTable> tables)
    {
        using (var connection = Database.Open(database, target))
        {
            connection.Execute("PRAGMA main.locking_mode = EXCLUSIVE");
            connection.Execute($"PRAGMA page_size = {WorkingCopy.PageSize}");
            connection.Execute("PRAGMA cache_size = -8192");
            connection.Execute("PRAGMA synchronous = NORMAL");
            connection.Execute("PRAGMA journal_mode = TRUNCATE");
            foreach (var table in tables)
                table.Write(connection);
        }
        EnvelopeWriter.Pack(database, target, CancellationToken.None);
    }
}
