using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Reads and writes the rows of <c>v1_sync_runs</c>.</summary>
sealed class SyncRunTable(Database database)
{
    const string Select =
        "SELECT id, sync_id, sync_type, started_at, ended_at, sync_token, parent_sync_id, linked_sync_id, supports_diff, stats FROM v1_sync_runs ";

    /// <summary>How old an unfinished sync may be to be of use.</summary>
    public static readonly TimeSpan ResumableFor = TimeSpan.FromDays(7);

    /// <summary>A page of runs in the order of their rows.</summary>
    /// <param name="cursor">The first row id; set behind the page.</param>
    /// <param name="max">The largest page.</param>
    public List<SyncRun> Page(ref long cursor, int max)
    {
        var runs = new List<SyncRun>();
        using var statement = database.Prepare(Select + "WHERE id >= ?1 ORDER BY id LIMIT ?2");
        statement.Int64(1, cursor).Int64(2, max);
        while (statement.Step())
        {
            runs.Add(Read(statement));
            cursor = statement.Int64(0) + 1;
        }
        return runs;
    }

    public SyncRun? Find(string syncId) => First("WHERE sync_id = ?1", syncId);

    /// <summary>The finished sync that ended last. Times compare as text, as everywhere in the format.</summary>
    public SyncRun? LatestFinished(SyncType? type) => type is { } wanted
        ? First("WHERE ended_at IS NOT NULL AND sync_type = ?1 ORDER BY ended_at DESC, sync_id DESC LIMIT 1", wanted.Name)
        : First("WHERE ended_at IS NOT NULL ORDER BY ended_at DESC, sync_id DESC LIMIT 1");

    /// <summary>The newest unfinished sync that began at or after a time.</summary>
    public SyncRun? LatestUnfinished(string startedAfter, SyncType? type) => type is { } wanted
        ? First("WHERE ended_at IS NULL AND started_at >= ?1 AND sync_type = ?2 ORDER BY started_at DESC, sync_id DESC LIMIT 1", startedAfter, wanted.Name)
        : First("WHERE ended_at IS NULL AND started_at >= ?1 ORDER BY started_at DESC, sync_id DESC LIMIT 1", startedAfter);

    public void Insert(string syncId, SyncType type, string parentSyncId, string startedAt)
    {
        using var statement = database.Prepare(
            "INSERT INTO v1_sync_runs (sync_id, started_at, sync_token, sync_type, parent_sync_id, grants_backfilled) VALUES (?1, ?2, '', ?3, ?4, 1)");
        statement.Text(1, syncId).Text(2, startedAt).Text(3, type.Name).Text(4, parentSyncId).Run();
    }

    /// <summary>Sets one column of a run.</summary>
    public void Set(string syncId, string assignment, string value)
    {
        using var statement = database.Prepare($"UPDATE v1_sync_runs SET {assignment} WHERE sync_id = ?1");
        statement.Text(1, syncId).Text(2, value).Run();
    }

    SyncRun? First(string rest, params ReadOnlySpan<string> values)
    {
        using var statement = database.Prepare(Select + rest);
        for (var i = 0; i < values.Length; i++)
            statement.Text(i + 1, values[i]);
        return statement.Step() ? Read(statement) : null;
    }

    SyncRun Read(Statement row) => new()
    {
        Id = row.Text(1) ?? "",
        Type = new SyncType(row.Text(2) ?? ""),
        StartedAt = Time(row, 3) ?? throw Corrupt(row, "started_at is missing"),
        EndedAt = Time(row, 4),
        Token = row.Text(5) ?? "",
        ParentSyncId = row.Text(6) ?? "",
        LinkedSyncId = row.Text(7) ?? "",
        SupportsDiff = row.Int64(8) != 0,
        Stats = SyncStats.TryParse(row.Text(9)),
        StartedNanoseconds = Timestamps.Nanoseconds(row.Text(3)),
        EndedNanoseconds = Timestamps.Nanoseconds(row.Text(4)),
    };

    DateTimeOffset? Time(Statement row, int column)
    {
        if (row.Text(column) is not { } text)
            return null;
        return Timestamps.TryParse(text, out var time) ? time : throw Corrupt(row, $"\"{text}\" is not a time");
    }

    C1ZException Corrupt(Statement row, string what) => database.CorruptRow(Tables.SyncRuns.Name, row.Int64(0), what);
}
