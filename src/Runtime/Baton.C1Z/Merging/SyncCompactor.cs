namespace Baton.C1Z;

/// <summary>Merges finished syncs of several files into one sync of a new file.</summary>
public static class SyncCompactor
{
    /// <summary>Merges, and expands the grants of the result.</summary>
    /// <param name="syncs">The syncs, the base first. Of rows with one id the one that was found last stays, whatever the order.</param>
    /// <param name="directory">Where the new file goes: <c>compacted-SYNC_ID.c1z</c>.</param>
    /// <param name="options">Null for those of the environment.</param>
    /// <param name="cancellationToken">Stops; no file is written then.</param>
    /// <exception cref="C1ZException">A file cannot be read, has no such sync, or the new one cannot be written.</exception>
    /// <exception cref="GrantExpansionException">The merged grants cannot be expanded.</exception>
    public static async Task<CompactedSync> RunAsync(
        IReadOnlyList<SyncInFile> syncs, string directory, C1ZOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(syncs);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (syncs.Count < 2)
            throw new ArgumentException("there must be two or more syncs to merge", nameof(syncs));
        options ??= C1ZOptions.FromEnvironment();
        var id = Ksuid.New(options.TimeProvider);
        var path = Path.Combine(directory, $"compacted-{id}.c1z");
        var file = await C1ZFile.OpenAsync(path, options, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            await Task.Run(() => Merge(file, id, syncs, options, cancellationToken), cancellationToken).ConfigureAwait(false);
            await file.SaveAsync(cancellationToken).ConfigureAwait(false);
            return new(Path.GetFullPath(path), id);
        }
    }

    static void Merge(C1ZFile file, string id, IReadOnlyList<SyncInFile> syncs, C1ZOptions options, CancellationToken cancellationToken)
    {
        file.StartSync(id, SyncType.Partial);
        var runs = syncs.Select(sync => file.Use((session, _) => Add(session, id, sync, options, cancellationToken))).ToList();
        var type = UnionOf(runs.ConvertAll(static run => run.Type));
        file.Use((session, _) =>
        {
            session.Runs.Set(id, "sync_type = ?2", type.Name);
            // As text, as it stands in the files: it decides which sync is the latest.
            session.Runs.Set(id, "ended_at = ?2", Timestamps.Format(runs.Max(static run => run.EndedAt!.Value).UtcDateTime));
            return true;
        });
        if (type == SyncType.Full)
            Expand(file, cancellationToken);
        file.Checkpoint("""{"version":1}""");
        file.EndSync();
    }

    static SyncRun Add(WriteSession session, string id, SyncInFile sync, C1ZOptions options, CancellationToken cancellationToken)
    {
        using var attached = AttachedFile.Open(
            session.Database, sync.File, options, runs => RequireWhole(runs.Find(sync.SyncId), sync), out var run, cancellationToken);
        session.Indices.BuildById();
        using var transaction = session.Database.Begin();
        var copy = new RowCopy(session.Database, AttachedFile.Name);
        foreach (var table in RowCopy.Collected)
        {
            cancellationToken.ThrowIfCancellationRequested();
            copy.Newer(table, run.Id, id);
        }
        transaction.Commit();
        return run;
    }

    static SyncRun RequireWhole(SyncRun? run, SyncInFile sync) => SyncDiff.RequireFinished(run, sync.File, sync.SyncId) is { Type.IsDiff: false } whole
        ? whole
        : throw new C1ZException(C1ZError.SyncNotFound, $"the sync {sync.SyncId} in {sync.File} is half of a difference, which cannot be merged");

    static void Expand(C1ZFile file, CancellationToken cancellationToken)
    {
        file.SetSupportsDiff();
        using var expander = file.ExpandGrants(cancellationToken: cancellationToken);
        while (expander.Next(cancellationToken))
        {
        }
    }

    static SyncType UnionOf(List<SyncType> types) =>
        types.Contains(SyncType.Full) ? SyncType.Full : types.Contains(SyncType.ResourcesOnly) ? SyncType.ResourcesOnly : SyncType.Partial;
}
