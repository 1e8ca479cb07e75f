using Baton.C1Z.Schema;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>
/// Reads a c1z through an unpacked private copy: the file itself is only read. Streams hold a page at a time, and several
/// may run at once.
/// </summary>
/// <remarks>
/// What is read is one sync: the one that finished last, whatever its type, else the newest unfinished one of the last
/// seven days; <see cref="UseSyncAsync"/> chooses another. Filters look at the columns, as those of every other program do.
/// </remarks>
public sealed class C1ZReader : IAsyncDisposable
{
    const int RunPage = 100;

    readonly WorkingCopy _copy;
    readonly PageReader _pages;

    readonly bool _hasSyncs;

    C1ZReader(string path, WorkingCopy copy, bool hasSyncs)
    {
        Path = path;
        _hasSyncs = hasSyncs;
        _copy = copy;
        _pages = new PageReader(copy);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The sync that is read; null when the file has none to choose.</summary>
    public SyncRun? Sync { get; private set; }

    /// <summary>Unpacks and checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Null for those of the environment.</param>
    /// <param name="cancellationToken">Stops the unpacking.</param>
    /// <exception cref="C1ZException">It is not a sound c1z of format v1.</exception>
    public static async ValueTask<C1ZReader> OpenAsync(string path, C1ZOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= C1ZOptions.FromEnvironment();
        return await Task.Run(() => Open(path, options, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads another sync from here on.</summary>
    /// <exception cref="C1ZException">The file has no such sync.</exception>
    public async ValueTask<SyncRun> UseSyncAsync(string syncId, CancellationToken cancellationToken = default)
    {
        var run = await _pages.RunAsync(database => new SyncRunTable(database).Find(syncId), cancellationToken).ConfigureAwait(false);
        return Sync = run ?? throw new C1ZException(C1ZError.SyncNotFound, $"{Path} has no sync {syncId}");
    }

    /// <summary>All syncs of the file, in the order of their rows.</summary>
    public async IAsyncEnumerable<SyncRun> SyncRunsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var cursor = long.MinValue;
        List<SyncRun> page;
        do
        {
            page = await _pages.RunAsync(database => new SyncRunTable(database).Page(ref cursor, RunPage), cancellationToken).ConfigureAwait(false);
            foreach (var run in page)
                yield return run;
        }
        while (page.Count > 0);
    }

    /// <summary>The sync of a type (null: of any) that finished last; null when there is none.</summary>
    public async ValueTask<SyncRun?> LatestFinishedAsync(SyncType? type = null, CancellationToken cancellationToken = default) =>
        await _pages.RunAsync(database => new SyncRunTable(database).LatestFinished(type), cancellationToken).ConfigureAwait(false);

    /// <summary>The counts that the file keeps for the sync, else a new count; null without a sync.</summary>
    public async ValueTask<SyncStats?> StatsAsync(CancellationToken cancellationToken = default) => Sync is not { } run
        ? null
        : run.Stats ?? await _pages.RunAsync(database => StatsCounter.Count(database, run), cancellationToken).ConfigureAwait(false);

    /// <summary>The resource types.</summary>
    public IAsyncEnumerable<ResourceType> ResourceTypesAsync(CancellationToken cancellationToken = default) =>
        _pages.ReadAsync(ResourceTypes(), RowParser.Message<ResourceType>, cancellationToken);

    /// <summary>The resources.</summary>
    public IAsyncEnumerable<Resource> ResourcesAsync(ResourceFilter? filter = null, CancellationToken cancellationToken = default) => _pages.ReadAsync(
        Resources()
            .Where("resource_type_id", filter?.ResourceTypeId)
            .Where("parent_resource_type_id", filter?.ParentResourceTypeId)
            .Where("parent_resource_id", filter?.ParentResourceId),
        RowParser.Message<Resource>,
        cancellationToken);

    /// <summary>The entitlements.</summary>
    public IAsyncEnumerable<Entitlement> EntitlementsAsync(EntitlementFilter? filter = null, CancellationToken cancellationToken = default) =>
        _pages.ReadAsync(
            Entitlements().Where("resource_type_id", filter?.ResourceTypeId).Where("resource_id", filter?.ResourceId),
            RowParser.Message<Entitlement>,
            cancellationToken);

    /// <summary>The grants.</summary>
    public IAsyncEnumerable<Grant> GrantsAsync(GrantFilter? filter = null, CancellationToken cancellationToken = default)
    {
        var withExpansion = filter?.WithExpansion ?? false;
        return _pages.ReadAsync(
            Grants()
                .Where("entitlement_id", filter?.EntitlementId)
                .Where("resource_type_id", filter?.ResourceTypeId)
                .Where("resource_id", filter?.ResourceId)
                .Where("principal_resource_type_id", filter?.PrincipalResourceTypeId)
                .Where("principal_resource_id", filter?.PrincipalResourceId),
            row => RowParser.Grant(row, withExpansion),
            cancellationToken);
    }

    /// <summary>The resource type with an id, or null.</summary>
    public Task<ResourceType?> FindResourceTypeAsync(string id, CancellationToken cancellationToken = default) =>
        _pages.FirstAsync(ResourceTypes().Where("external_id", id), RowParser.Message<ResourceType>, cancellationToken);

    /// <summary>The resource with a type and id, or null.</summary>
    public Task<Resource?> FindResourceAsync(string resourceTypeId, string id, CancellationToken cancellationToken = default) => _pages.FirstAsync(
        Resources().Where("external_id", $"{resourceTypeId}:{id}").Where("resource_type_id", resourceTypeId),
        RowParser.Message<Resource>,
        cancellationToken);

    /// <summary>The entitlement with an id, or null.</summary>
    public Task<Entitlement?> FindEntitlementAsync(string id, CancellationToken cancellationToken = default) =>
        _pages.FirstAsync(Entitlements().Where("external_id", id), RowParser.Message<Entitlement>, cancellationToken);

    /// <summary>The grant with an id, or null.</summary>
    public Task<Grant?> FindGrantAsync(string id, bool withExpansion = false, CancellationToken cancellationToken = default) =>
        _pages.FirstAsync(Grants().Where("external_id", id), row => RowParser.Grant(row, withExpansion), cancellationToken);

    /// <summary>Removes the private copy.</summary>
    public ValueTask DisposeAsync()
    {
        _copy.Dispose();
        return ValueTask.CompletedTask;
    }

    static C1ZReader Open(string path, C1ZOptions options, CancellationToken cancellationToken)
    {
        var copy = WorkingCopy.ForReading(path, options, cancellationToken);
        try
        {
            var runs = new SyncRunTable(copy.Database);
            var earliest = Timestamps.Format(options.TimeProvider.GetLocalNow().DateTime - SyncRunTable.ResumableFor);
            return new C1ZReader(path, copy, hasSyncs: copy.Database.Number("SELECT EXISTS (SELECT 1 FROM v1_sync_runs)") != 0)
            {
                Sync = runs.LatestFinished(null) ?? runs.LatestUnfinished(earliest, null),
            };
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    RowQuery ResourceTypes() => new(Tables.ResourceTypes.Name, "data", SyncId);

    RowQuery Resources() => new(Tables.Resources.Name, "data", SyncId);

    RowQuery Entitlements() => new(Tables.Entitlements.Name, "data", SyncId);

    RowQuery Grants() => new(Tables.Grants.Name, RowParser.GrantColumns, SyncId);

    // A file without syncs reads as empty: no row has an empty sync id.
    string SyncId => Sync?.Id ?? (_hasSyncs ? throw NoChoice() : "");

    C1ZException NoChoice() => new(
        C1ZError.SyncNotFound, $"{Path} holds only syncs that did not finish and are older than seven days; name the one to read");
}
