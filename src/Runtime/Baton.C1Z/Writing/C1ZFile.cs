using Baton.C1Z.Envelope;

namespace Baton.C1Z;

/// <summary>
/// A c1z that is being written: a database in a private folder, which becomes the file when it is saved. Until then, and
/// when saving fails, the file stays as it was.
/// </summary>
/// <remarks>Calls from several threads run one after the other.</remarks>
public sealed partial class C1ZFile : IAsyncDisposable
{
    readonly Lock _gate = new();
    readonly C1ZOptions _options;
    readonly C1ZPlace _place;
    readonly WorkingCopy _copy;
    WriteSession? _session;
    SyncRun? _current;
    bool _hasFreePages;
    bool _isDisposed;

    C1ZFile(C1ZPlace place, C1ZOptions options, WorkingCopy copy)
    {
        _place = place;
        _options = options;
        _copy = copy;
    }

    /// <summary>The file that saving writes, or its address.</summary>
    public string Path => _place.Name;

    /// <summary>Whether this goes on with what a process that was killed had stored; see <see cref="C1ZOptions.Recoverable"/>.</summary>
    public bool IsRecovered => _copy.IsRecovered;

    /// <summary>The sync that rows are stored in; null before it is started and after it ended.</summary>
    public SyncRun? CurrentSync
    {
        get
        {
            lock (_gate)
                return _current;
        }
    }

    /// <summary>Begins to write. A missing or empty file is new; an existing one is extended.</summary>
    /// <param name="path">The file; or an address, when the program has a <see cref="RemoteStore"/> for it.</param>
    /// <param name="options">Null for those of the environment.</param>
    /// <param name="cancellationToken">Stops the unpacking.</param>
    /// <exception cref="C1ZException">The file cannot be read, or not be written later.</exception>
    public static async ValueTask<C1ZFile> OpenAsync(string path, C1ZOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= C1ZOptions.FromEnvironment();
        var place = await C1ZPlace.ForWritingAsync(path, options, cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Open(place, options, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>The newest sync of a type that began in the last seven days and did not end; null when there is none.</summary>
    public SyncRun? FindUnfinished(SyncType type)
    {
        lock (_gate)
        {
            var earliest = Timestamps.Format(_options.TimeProvider.GetLocalNow().DateTime - SyncRunTable.ResumableFor);
            return Use().Runs.LatestUnfinished(earliest, type);
        }
    }

    /// <summary>The sync of a type that finished last; null when there is none.</summary>
    public SyncRun? FindFinished(SyncType type)
    {
        lock (_gate)
            return Use().Runs.LatestFinished(type);
    }

    /// <summary>Begins a sync, which becomes the current one.</summary>
    /// <param name="type">What it will collect.</param>
    /// <param name="parentSyncId">The sync that it adds to; only for partial ones.</param>
    public SyncRun StartSync(SyncType type, string? parentSyncId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(type.Name, nameof(type));
        if (!string.IsNullOrEmpty(parentSyncId) && (type == SyncType.Full || type == SyncType.ResourcesOnly))
            throw new ArgumentException($"a {type} sync has no parent", nameof(parentSyncId));
        lock (_gate)
        {
            RequireNoSync();
            return Start(Ksuid.New(_options.TimeProvider), type, parentSyncId ?? "");
        }
    }

    /// <summary>Goes on with an unfinished sync, which becomes the current one.</summary>
    /// <exception cref="C1ZException">The file has no such sync.</exception>
    /// <exception cref="InvalidOperationException">It ended already.</exception>
    public SyncRun ResumeSync(string syncId)
    {
        lock (_gate)
        {
            RequireNoSync();
            var run = Use().Runs.Find(syncId) ?? throw new C1ZException(C1ZError.SyncNotFound, $"{Path} has no sync {syncId}");
            if (run.EndedAt is not null)
                throw new InvalidOperationException($"the sync {syncId} ended already");
            _copy.Note(run.Id);
            Unverify(Use(), run.Id);
            return _current = run;
        }
    }

    /// <summary>Opens a sync of the file again, finished or not; it becomes the current one. When it ends, it keeps the time at which it first did.</summary>
    /// <exception cref="C1ZException">The file has no such sync.</exception>
    public SyncRun ReopenSync(string syncId)
    {
        lock (_gate)
        {
            RequireNoSync();
            _current = Use().Runs.Find(syncId) ?? throw new C1ZException(C1ZError.SyncNotFound, $"{Path} has no sync {syncId}");
            Unverify(Use(), syncId);
            return _current;
        }
    }

    /// <summary>Removes all rows of the current sync, which begins anew.</summary>
    public void ClearSync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            var sync = RequireSync();
            Use().Indices.Changing(_copy.Database.Number("SELECT max(id) FROM v1_grants"));
            new SyncCleanup(_copy.Database, sync.Id).DeleteRows(sync.Id, cancellationToken);
            Use().Runs.Set(sync.Id, "sync_token = ?2, supports_diff = 0", "");
            _current = sync with { Token = "", SupportsDiff = false };
            _hasFreePages = true;
        }
    }

    /// <summary>Stores rows in the current sync, in one transaction. A row whose id is there already gets the new data.</summary>
    /// <param name="batch">The rows; unchanged, and free to be reused afterwards.</param>
    /// <param name="keepExpansion">For grants that expansion made or changed: leaves their expansion columns as they are.</param>
    public void Put(RowBatch batch, bool keepExpansion = false)
    {
        ArgumentNullException.ThrowIfNull(batch);
        lock (_gate)
        {
            var sync = RequireSync();
            if (batch.Count == 0)
                return;
            if (batch.Kind == RowKind.Grant)
                Use().Indices.Changing(batch.Count);
            if (keepExpansion)
                Use().Indices.BuildById(); // what is kept is that of the row with the same id
            Use().Rows.Put(batch, sync.Id, Timestamps.Now(_options.TimeProvider), keepExpansion);
        }
    }

    /// <summary>Remembers how far the current sync is.</summary>
    public void Checkpoint(string syncToken)
    {
        ArgumentNullException.ThrowIfNull(syncToken);
        lock (_gate)
        {
            var sync = RequireSync();
            Use().Runs.Set(sync.Id, "sync_token = ?2", syncToken);
            _current = sync with { Token = syncToken };
        }
    }

    /// <summary>Marks that the current sync reached the stage of grant expansion, after which it can be compared with others.</summary>
    public void SetSupportsDiff()
    {
        lock (_gate)
        {
            var sync = RequireSync();
            Use().Runs.Set(sync.Id, "supports_diff = CAST(?2 AS INTEGER)", "1");
            _current = sync with { SupportsDiff = true };
        }
    }

    /// <summary>Whether the current sync has stored a resource type.</summary>
    public bool HasResourceType(string id)
    {
        lock (_gate)
            return Use().Planner.HasResourceType(RequireSync().Id, id);
    }

    /// <summary>Reads resources of the current sync in the order of storing; those that are stored meanwhile follow later.</summary>
    /// <param name="resourceTypeId">Their type.</param>
    /// <param name="cursor">Row number to go on from; zero at first.</param>
    /// <param name="into">Receives the resources.</param>
    /// <param name="max">How many at most.</param>
    /// <returns>How many were read; zero when there are no more yet.</returns>
    public int ReadResources(string resourceTypeId, ref long cursor, IList<StoredResource> into, int max)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        lock (_gate)
            return Use().Planner.ReadResources(RequireSync().Id, resourceTypeId, ref cursor, into, max);
    }

    /// <summary>Counts resources of the current sync: those before a row, and all.</summary>
    public (long Before, long Total) CountResources(string resourceTypeId, long row)
    {
        lock (_gate)
            return Use().Planner.CountResources(RequireSync().Id, resourceTypeId, row);
    }

    /// <summary>Ends the current sync and counts its rows.</summary>
    /// <returns>The sync as it is in the file, with its counts.</returns>
    public SyncRun EndSync()
    {
        lock (_gate)
        {
            var session = Use();
            var sync = RequireSync();
            session.Indices.Restore();
            session.Runs.Set(sync.Id, "ended_at = coalesce(ended_at, ?2)", Timestamps.Format(EndTime(session)));
            session.Runs.Set(sync.Id, "stats = ?2", StatsCounter.Count(_copy.Database, sync).ToJson());
            MarkVerified(session, sync.Id);
            _current = null;
            return session.Runs.Find(sync.Id)!;
        }
    }

    /// <summary>
    /// While the result lives, cancelling interrupts <see cref="EndSync"/>, whose sync is then to be resumed by whoever opens the file next.
    /// </summary>
    public IDisposable InterruptOn(CancellationToken cancellationToken) => _copy.Database.InterruptOn(cancellationToken);

    /// <summary>Deletes old syncs, as the options say; the space is given back when the file is saved.</summary>
    public void Cleanup(CancellationToken cancellationToken = default)
    {
        if (_options.SkipCleanup)
            return;
        lock (_gate)
        {
            var cleanup = new SyncCleanup(_copy.Database, _current?.Id);
            foreach (var syncId in cleanup.Choose(_options.KeepSyncCount))
                Delete(cleanup, syncId, cancellationToken);
        }
    }

    /// <summary>Deletes the unfinished syncs of a type that <see cref="FindUnfinished"/> would find, as the one to be started takes their place.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="InvalidOperationException">A sync is open.</exception>
    public int DiscardUnfinished(SyncType type, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            RequireNoSync();
            var count = 0;
            for (; FindUnfinished(type) is { } run; count++)
                Delete(new SyncCleanup(_copy.Database, null), run.Id, cancellationToken);
            return count;
        }
    }

    /// <summary>
    /// Writes the file: complete and on the disk before it takes the old one's place. Writing may go on, and the file be
    /// saved again.
    /// </summary>
    /// <exception cref="C1ZException">It could not be written; the old file is as it was.</exception>
    public async ValueTask<SavedFile> SaveAsync(CancellationToken cancellationToken = default)
    {
        var (saved, syncId) = await Task.Run(() => Pack(cancellationToken), cancellationToken).ConfigureAwait(false);
        await _place.PublishAsync(cancellationToken).ConfigureAwait(false);
        _copy.NoteSaved(syncId);
        return saved;
    }

    /// <summary>
    /// Leaves the private folder when this is disposed, for whoever opens the same file next: for when the file cannot be saved now.
    /// </summary>
    /// <returns>
    /// False when <see cref="C1ZOptions.Recoverable"/> is off, another process works in the folder of the file, or somebody replaced what is at
    /// its address meanwhile.
    /// </returns>
    public bool KeepWork()
    {
        lock (_gate)
            return !_place.IsOvertaken && _copy.Stay();
    }

    /// <summary>Removes the private folder. What was not saved is gone.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            CloseSession();
            _isDisposed = true;
            _copy.Dispose();
            _place.Dispose();
        }
        return ValueTask.CompletedTask;
    }

    /// <summary>Begins a sync with an id that is known already.</summary>
    internal SyncRun StartSync(string id, SyncType type)
    {
        lock (_gate)
            return Start(id, type, "");
    }

    /// <summary>Works on the current sync while nobody else does.</summary>
    internal T Use<T>(Func<WriteSession, SyncRun, T> work)
    {
        lock (_gate)
            return work(Use(), RequireSync());
    }

    /// <summary>The time as it is stored.</summary>
    internal string Now() => Timestamps.Now(_options.TimeProvider);

    static C1ZFile Open(C1ZPlace place, C1ZOptions options, CancellationToken cancellationToken)
    {
        AtomicFile.CheckTarget(place.Path);
        AtomicFile.RemoveLeftovers(place.Path);
        AtomicFile.Create(place.Path).Dispose(); // after hours of work it would be late to find out that saving is not possible
        var isNew = !File.Exists(place.Path) || new FileInfo(place.Path).Length == 0;
        var file = new C1ZFile(place, options, WorkingCopy.ForWriting(place, options, isNew, cancellationToken));
        // Killed between the end of the sync and the end of saving it: only what is in the file has ended.
        if (file._copy.RecoveredSync is { } syncId)
            file.Use().Runs.Set(syncId, "ended_at = NULL, stats = nullif(?2, ?2)", "");
        return file;
    }

    void Delete(SyncCleanup cleanup, string syncId, CancellationToken cancellationToken)
    {
        Use().Indices.Changing(_copy.Database.Number("SELECT max(id) FROM v1_grants"));
        cleanup.Delete(syncId, cancellationToken);
        _hasFreePages = true;
    }

    (SavedFile Saved, string? SyncId) Pack(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            RestoreIndices(cancellationToken);
            CloseSession();
            if (_hasFreePages)
                _copy.Compact(cancellationToken);
            _hasFreePages = false;
            return (EnvelopeWriter.Pack(_copy.Close(), _place.Path, cancellationToken), _current?.Id);
        }
    }

    // Readers take the sync that ended last. It must be this one, even if the clock was set back since the one before.
    DateTime EndTime(WriteSession session)
    {
        var now = _options.TimeProvider.GetLocalNow().DateTime;
        return session.Runs.LatestFinished(null)?.EndedAt?.DateTime is { } last && last >= now ? last.AddTicks(1) : now;
    }

    void RestoreIndices(CancellationToken cancellationToken)
    {
        var indices = Use().Indices;
        using var registration = _copy.Database.InterruptOn(cancellationToken);
        indices.Restore();
    }

    SyncRun Start(string id, SyncType type, string parentSyncId)
    {
        Use().Runs.Insert(id, type, parentSyncId, Now());
        _copy.Note(id);
        return _current = Use().Runs.Find(id)!;
    }

    WriteSession Use()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _session ??= new WriteSession(_copy.Database);
    }

    void CloseSession()
    {
        _session?.Dispose();
        _session = null;
    }

    SyncRun RequireSync() => _current ?? throw new InvalidOperationException("no sync is open: start or resume one first");

    void RequireNoSync()
    {
        if (_current is not null)
            throw new InvalidOperationException($"the sync {_current.Id} is open: end it first");
    }
}
