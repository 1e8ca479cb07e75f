namespace Baton.C1Z;

/// <summary>Writes the difference of two syncs as syncs of their own.</summary>
static class SyncDiff
{
    /// <summary>One partial sync with what the applied sync has and the base has not. Changes of what both have are not part of it.</summary>
    public static SyncRun InFile(WriteSession session, string path, string baseId, string appliedId, Func<string> now, string id)
    {
        foreach (var wanted in new[] { baseId, appliedId })
            RequireFinished(session.Runs.Find(wanted), path, wanted);
        session.Runs.Insert(id, SyncType.Partial, baseId, now());
        var copy = new RowCopy(session.Database);
        foreach (var table in RowCopy.Collected)
            copy.Additions(table, appliedId, baseId, id);
        End(session, id, now());
        return session.Runs.Find(id)!;
    }

    /// <summary>Two syncs: what the older one had and the newer one has not, and what is new or different.</summary>
    public static (SyncRun Deletions, SyncRun Upserts) WithFile(
        WriteSession session, SyncRun newer, SyncRun older, Func<string> now, string deletionsId, string upsertsId)
    {
        session.Runs.Insert(deletionsId, SyncType.PartialDeletions, older.Id, now());
        session.Runs.Insert(upsertsId, SyncType.PartialUpserts, older.Id, now());
        var copy = new RowCopy(session.Database, AttachedFile.Name);
        foreach (var table in RowCopy.Collected)
        {
            copy.Deletions(table, older.Id, newer.Id, deletionsId);
            copy.Upserts(table, newer.Id, older.Id, upsertsId);
        }
        Link(session, deletionsId, upsertsId, now());
        Link(session, upsertsId, deletionsId, now());
        return (session.Runs.Find(deletionsId)!, session.Runs.Find(upsertsId)!);
    }

    /// <summary>Refuses a sync that cannot be compared or merged.</summary>
    public static SyncRun RequireFinished(SyncRun? run, string path, string id) => run switch
    {
        null => throw new C1ZException(C1ZError.SyncNotFound, $"{path} has no sync {id}"),
        { EndedAt: null } => throw new C1ZException(C1ZError.SyncNotFound, $"the sync {id} in {path} did not finish"),
        _ => run,
    };

    /// <summary>As <see cref="RequireFinished"/>; the sync must also have reached the stage from which on syncs compare.</summary>
    public static SyncRun RequireComparable(SyncRun? run, string path, string id) => RequireFinished(run, path, id) is { SupportsDiff: true } sync
        ? sync
        : throw new C1ZException(C1ZError.SyncNotFound, $"the sync {id} in {path} cannot be compared: it did not reach the stage of grant expansion");

    static void Link(WriteSession session, string id, string partner, string now)
    {
        session.Runs.Set(id, "linked_sync_id = ?2", partner);
        session.Runs.Set(id, "supports_diff = CAST(?2 AS INTEGER)", "1");
        End(session, id, now);
    }

    static void End(WriteSession session, string id, string now)
    {
        session.Runs.Set(id, "ended_at = ?2", now);
        session.Runs.Set(id, "stats = ?2", StatsCounter.Count(session.Database, session.Runs.Find(id)!).ToJson());
    }
}
