namespace Baton.C1Z;

// What is made of stored rows: expanded grants and differences.
public sealed partial class C1ZFile
{
    /// <summary>
    /// Makes grants for the members of groups out of the current sync's grants to groups. Only the graph of entitlements is read by this
    /// call; the work is done by <see cref="GrantExpander.Next"/>.
    /// </summary>
    /// <param name="done">Where to go on: <see cref="GrantExpander.Done"/> of the expansion that was interrupted.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="GrantExpansionException">A grant stands for holders of an entitlement that is not one of its principal.</exception>
    public GrantExpander ExpandGrants(int done = 0, CancellationToken cancellationToken = default) =>
        GrantExpander.Create(this, done, cancellationToken);

    /// <summary>Takes back what expansion did to the current sync: its grants go, and the sources it added to others.</summary>
    /// <remarks>Sources that a connector stored itself go as well: nothing tells them from those of an expansion.</remarks>
    /// <returns>How many grants were removed.</returns>
    public long RollBackExpansion(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            var sync = RequireSync();
            var removed = new ExpansionRollback(Use().Database, sync.Id).Run(cancellationToken);
            _hasFreePages |= removed > 0;
            return removed;
        }
    }

    /// <summary>
    /// Adds a partial sync with what the applied sync has and the base has not, by id. Rows that both have are not part of it, also when
    /// they differ.
    /// </summary>
    /// <exception cref="C1ZException">The file has no such finished sync.</exception>
    public SyncRun DiffSyncs(string baseSyncId, string appliedSyncId)
    {
        lock (_gate)
        {
            RequireNoSync();
            using var transaction = WithIds().Begin();
            var run = SyncDiff.InFile(Use(), Path, baseSyncId, appliedSyncId, Now, Ksuid.New(_options.TimeProvider));
            transaction.Commit();
            return run;
        }
    }

    /// <summary>
    /// Adds two syncs that lead from a sync of an older file to one of this file: what is gone, and what is new or different.
    /// </summary>
    /// <param name="older">The sync to begin with, of another file.</param>
    /// <param name="newerSyncId">The sync of this file to end with.</param>
    /// <param name="cancellationToken">Stops the unpacking of the other file.</param>
    /// <exception cref="C1ZException">A sync is missing, or did not come so far that it can be compared.</exception>
    public (SyncRun Deletions, SyncRun Upserts) DiffWith(SyncInFile older, string newerSyncId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(older);
        lock (_gate)
        {
            RequireNoSync();
            var session = Use();
            session.Indices.BuildById();
            var newer = SyncDiff.RequireComparable(session.Runs.Find(newerSyncId), Path, newerSyncId);
            using var attached = AttachedFile.Open(
                session.Database, older.File, _options, runs => SyncDiff.RequireComparable(runs.Find(older.SyncId), older.File, older.SyncId), out var run,
                cancellationToken);
            using var transaction = session.Database.Begin();
            var pair = SyncDiff.WithFile(session, newer, run, Now, Ksuid.New(_options.TimeProvider), Ksuid.New(_options.TimeProvider));
            transaction.Commit();
            return pair;
        }
    }
}
