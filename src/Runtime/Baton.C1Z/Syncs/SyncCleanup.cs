using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Deletes the syncs that a file need not keep.</summary>
sealed class SyncCleanup(Database database, string? currentSyncId)
{
    const int DefaultKeep = 2;
    const int BatchSize = 50_000;

    /// <summary>The syncs to delete, oldest first. Unfinished ones and the current one are never among them.</summary>
    /// <param name="keep">How many full syncs stay, the current one included.</param>
    public IReadOnlyList<string> Choose(int? keep)
    {
        var finished = Finished();
        var surplus = SurplusFull(finished, keep is > 0 ? keep.Value : DefaultKeep);
        surplus.AddRange(SurplusDiffs(finished));
        return surplus;
    }

    /// <summary>Deletes the rows of a sync, then the sync.</summary>
    public void Delete(string syncId, CancellationToken cancellationToken)
    {
        DeleteRows(syncId, cancellationToken);
        using var run = database.Prepare("DELETE FROM v1_sync_runs WHERE sync_id = ?1");
        run.Text(1, syncId).Run();
    }

    /// <summary>Deletes the rows of a sync, which stays.</summary>
    public void DeleteRows(string syncId, CancellationToken cancellationToken)
    {
        foreach (var table in Tables.All.Where(table => table != Tables.SyncRuns))
            DeleteRows(table, syncId, cancellationToken);
    }

    List<SyncRun> Finished()
    {
        var table = new SyncRunTable(database);
        var finished = new List<SyncRun>();
        long cursor = long.MinValue;
        while (table.Page(ref cursor, 1000) is { Count: > 0 } page)
            finished.AddRange(page.Where(run => run.EndedAt is not null && run.Id != currentSyncId).Select(run => run with { Token = "", Stats = null }));
        return finished;
    }

    List<string> SurplusFull(List<SyncRun> finished, int keep)
    {
        var isOpen = currentSyncId is not null;
        var full = finished.FindAll(run => !run.Type.IsPart && !run.Type.IsDiff);
        var overflow = full.Count - (isOpen ? keep - 1 : keep);
        if (overflow <= 0)
            return [];
        // A part is of use as long as the full sync before it is there.
        var cutoff = full[isOpen ? overflow - 1 : overflow].StartedAt;
        return
        [
            .. full.Take(overflow).Select(run => run.Id),
            .. finished.Where(run => run.Type.IsPart && run.EndedAt < cutoff).Select(run => run.Id),
        ];
    }

    static IEnumerable<string> SurplusDiffs(List<SyncRun> finished)
    {
        var diffs = finished.FindAll(run => run.Type.IsDiff);
        return diffs.Count <= 2 ? [] : diffs.Where(run => run.Id != diffs[^1].Id && run.Id != diffs[^1].LinkedSyncId).Select(run => run.Id);
    }

    void DeleteRows(Table table, string syncId, CancellationToken cancellationToken)
    {
        using var last = database.Prepare(
            $"SELECT max(id) FROM (SELECT id FROM {table.Name} WHERE sync_id = ?1 AND id >= ?2 ORDER BY id LIMIT {BatchSize})");
        using var delete = database.Prepare($"DELETE FROM {table.Name} WHERE sync_id = ?1 AND id BETWEEN ?2 AND ?3");
        for (var from = long.MinValue; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            last.Text(1, syncId).Int64(2, from);
            var to = last.Step() && !last.IsNull(0) ? last.Int64(0) : (long?)null;
            last.Reset();
            if (to is not { } end)
                return;
            delete.Text(1, syncId).Int64(2, from).Int64(3, end).Run();
            from = end + 1;
        }
    }
}
