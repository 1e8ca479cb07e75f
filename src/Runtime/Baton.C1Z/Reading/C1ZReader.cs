using System.Runtime.CompilerServices;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>
/// Reads a c1z through an unpacked private copy: the file itself is only read. Streams hold a page at a time; any number may run
/// at once, a few of them side by side.
/// </summary>
/// <remarks>
/// What is read is one sync: the one that finished last, whatever its type, else the newest unfinished one of the last
/// seven days; <see cref="UseSyncAsync"/> and <see cref="UseLatestFinishedAsync"/> choose another. <see cref="View"/> reads any sync beside it.
/// </remarks>
public sealed class C1ZReader : IAsyncDisposable
{
    const int RunPage = 100;

    readonly PageReader _pages;
    readonly bool _hasSyncs;

    C1ZReader(string path, PageReader pages, bool hasSyncs) => (Path, _pages, _hasSyncs) = (path, pages, hasSyncs);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The sync that is read; null when the file has none to choose.</summary>
    public SyncRun? Sync { get; private set; }

    /// <summary>The sync that is read, as something that stays when another one is chosen.</summary>
    /// <exception cref="C1ZException">The file has syncs, but none of them is chosen.</exception>
    public SyncView Current => new(_pages, Sync ?? (_hasSyncs ? throw NoChoice() : null));

    /// <summary>Unpacks and checks a file.</summary>
    /// <param name="path">The file; or an address, when the program has a <see cref="RemoteStore"/> for it.</param>
    /// <param name="options">Null for those of the environment.</param>
    /// <param name="cancellationToken">Stops the unpacking.</param>
    /// <exception cref="C1ZException">It is not a sound c1z of format v1.</exception>
    public static async ValueTask<C1ZReader> OpenAsync(string path, C1ZOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= C1ZOptions.FromEnvironment();
        using var place = await C1ZPlace.ForReadingAsync(path, options, cancellationToken).ConfigureAwait(false);
        return await OpenAsync(place, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Unpacks and checks what a stream holds, from where it stands to its end.</summary>
    /// <param name="stream">For example the body of an HTTP response. It stays open.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="options">Null for those of the environment; the stream may be as long as the database inside may be.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="C1ZException">It is not a sound c1z of format v1.</exception>
    public static async ValueTask<C1ZReader> OpenAsync(
        Stream stream, string name = "the stream", C1ZOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= C1ZOptions.FromEnvironment();
        using var spool = await SpooledStream.ReadAsync(stream, name, options, cancellationToken).ConfigureAwait(false);
        using var place = new LocalPlace(spool.Path, name);
        return await OpenAsync(place, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads another sync from here on.</summary>
    /// <exception cref="C1ZException">The file has no such sync.</exception>
    public async ValueTask<SyncRun> UseSyncAsync(string syncId, CancellationToken cancellationToken = default)
    {
        var run = await _pages.RunAsync(database => new SyncRunTable(database).Find(syncId), cancellationToken).ConfigureAwait(false);
        return Sync = run ?? throw new C1ZException(C1ZError.SyncNotFound, $"{Path} has no sync {syncId}");
    }

    /// <summary>Reads the sync of a type (null: of any) that finished last from here on.</summary>
    /// <exception cref="C1ZException">The file has no such sync.</exception>
    public async ValueTask<SyncRun> UseLatestFinishedAsync(SyncType? type = null, CancellationToken cancellationToken = default) =>
        Sync = await LatestFinishedAsync(type, cancellationToken).ConfigureAwait(false)
            ?? throw new C1ZException(C1ZError.SyncNotFound, $"{Path} has no finished sync{(type is { } wanted ? $" of type {wanted}" : "")}");

    /// <summary>Reads one of the file's syncs, whichever is chosen here.</summary>
    public SyncView View(SyncRun sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        return new(_pages, sync);
    }

    /// <summary>All syncs of the file, in the order of their rows.</summary>
    public async IAsyncEnumerable<SyncRun> SyncRunsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
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
    public ValueTask<SyncStats?> StatsAsync(CancellationToken cancellationToken = default) => Sync is null ? new((SyncStats?)null) : Current.StatsAsync(cancellationToken);

    /// <summary>The resource types.</summary>
    public IAsyncEnumerable<ResourceType> ResourceTypesAsync(CancellationToken cancellationToken = default) => Current.ResourceTypesAsync(cancellationToken);

    /// <summary>The resources.</summary>
    public IAsyncEnumerable<Resource> ResourcesAsync(ResourceFilter? filter = null, CancellationToken cancellationToken = default) =>
        Current.ResourcesAsync(filter, cancellationToken);

    /// <summary>The entitlements.</summary>
    public IAsyncEnumerable<Entitlement> EntitlementsAsync(EntitlementFilter? filter = null, CancellationToken cancellationToken = default) =>
        Current.EntitlementsAsync(filter, cancellationToken);

    /// <summary>The grants.</summary>
    public IAsyncEnumerable<Grant> GrantsAsync(GrantFilter? filter = null, CancellationToken cancellationToken = default) =>
        Current.GrantsAsync(filter, cancellationToken);

    /// <summary>The resource type with an id, or null.</summary>
    public Task<ResourceType?> FindResourceTypeAsync(string id, CancellationToken cancellationToken = default) =>
        Current.FindResourceTypeAsync(id, cancellationToken);

    /// <summary>The resource with a type and id, or null.</summary>
    public Task<Resource?> FindResourceAsync(string resourceTypeId, string id, CancellationToken cancellationToken = default) =>
        Current.FindResourceAsync(resourceTypeId, id, cancellationToken);

    /// <summary>The entitlement with an id, or null.</summary>
    public Task<Entitlement?> FindEntitlementAsync(string id, CancellationToken cancellationToken = default) =>
        Current.FindEntitlementAsync(id, cancellationToken);

    /// <summary>The grant with an id, or null.</summary>
    public Task<Grant?> FindGrantAsync(string id, bool withExpansion = false, CancellationToken cancellationToken = default) =>
        Current.FindGrantAsync(id, withExpansion, cancellationToken);

    /// <summary>
    /// Removes the private copy, when the pages that are being read are read. Streams that go on end with an <see cref="ObjectDisposedException"/>.
    /// </summary>
    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    static async ValueTask<C1ZReader> OpenAsync(C1ZPlace place, C1ZOptions options, CancellationToken cancellationToken) =>
        await Task.Run(() => UnpackAsync(place, options, cancellationToken), cancellationToken).ConfigureAwait(false);

    static async Task<C1ZReader> UnpackAsync(C1ZPlace place, C1ZOptions options, CancellationToken cancellationToken)
    {
        var copy = WorkingCopy.ForReading(place, options, cancellationToken);
        var pages = new PageReader(copy);
        try
        {
            copy.Close();
            var earliest = Timestamps.Format(options.TimeProvider.GetLocalNow().DateTime - SyncRunTable.ResumableFor);
            return pages.Run(
                database =>
                {
                    var runs = new SyncRunTable(database);
                    return new C1ZReader(place.Name, pages, hasSyncs: database.Number("SELECT EXISTS (SELECT 1 FROM v1_sync_runs)") != 0)
                    {
                        Sync = runs.LatestFinished(null) ?? runs.LatestUnfinished(earliest, null),
                    };
                },
                cancellationToken);
        }
        catch
        {
            await pages.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    C1ZException NoChoice() => new(
        C1ZError.SyncNotFound, $"{Path} holds only syncs that did not finish and are older than seven days; name the one to read");
}
