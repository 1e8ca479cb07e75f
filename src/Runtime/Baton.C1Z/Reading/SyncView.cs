using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>
/// One sync of an open file. Streams hold a page at a time; any number of them may run at once, from any thread. What is chosen on the
/// reader later does not change a view. Filters look at the columns, as those of every other program do.
/// </summary>
public sealed partial class SyncView
{
    readonly PageReader _pages;
    internal SyncView(PageReader pages, SyncRun? sync) => (_pages, Sync, SyncId) = (pages, sync, sync?.Id ?? "");

    /// <summary>The sync; null for that of a file without any, which reads as empty.</summary>
    public SyncRun? Sync { get; }

    internal PageReader Pages => _pages;

    // A file without syncs reads as empty: no row has an empty sync id.
    internal string SyncId { get; }

    /// <summary>The counts that the file keeps for the sync, else a new count; null without a sync.</summary>
    public async ValueTask<SyncStats?> StatsAsync(CancellationToken cancellationToken = default) => Sync is not { } run
        ? null
        : run.Stats ?? await _pages.RunAsync(database => StatsCounter.Count(database, run), cancellationToken).ConfigureAwait(false);

    /// <summary>The resource types.</summary>
    public IAsyncEnumerable<ResourceType> ResourceTypesAsync(CancellationToken cancellationToken = default) =>
        _pages.ReadAsync(ResourceTypes(), RowParser.Message<ResourceType>, cancellationToken);

    /// <summary>The resources.</summary>
    public IAsyncEnumerable<Resource> ResourcesAsync(ResourceFilter? filter = null, CancellationToken cancellationToken = default) =>
        _pages.ReadAsync(Resources(filter), RowParser.Message<Resource>, cancellationToken);

    /// <summary>The entitlements.</summary>
    public IAsyncEnumerable<Entitlement> EntitlementsAsync(EntitlementFilter? filter = null, CancellationToken cancellationToken = default) =>
        _pages.ReadAsync(Entitlements(filter), RowParser.Message<Entitlement>, cancellationToken);

    /// <summary>The grants.</summary>
    public IAsyncEnumerable<Grant> GrantsAsync(GrantFilter? filter = null, CancellationToken cancellationToken = default) =>
        _pages.ReadAsync(Grants(filter), GrantParser(filter), cancellationToken);

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

    RowQuery ResourceTypes() => new(Tables.ResourceTypes.Name, "data", SyncId);

    RowQuery Resources(ResourceFilter? filter = null) => new RowQuery(Tables.Resources.Name, "data", SyncId)
        .Where("resource_type_id", filter?.ResourceTypeId)
        .Where("parent_resource_type_id", filter?.ParentResourceTypeId)
        .Where("parent_resource_id", filter?.ParentResourceId);

    RowQuery Entitlements(EntitlementFilter? filter = null) => new RowQuery(Tables.Entitlements.Name, "data", SyncId)
        .Where("resource_type_id", filter?.ResourceTypeId)
        .Where("resource_id", filter?.ResourceId);

    RowQuery Grants(GrantFilter? filter = null)
    {
        var query = new RowQuery(Tables.Grants.Name, RowParser.GrantColumns, SyncId)
            .Where("entitlement_id", filter?.EntitlementId)
            .Where("resource_type_id", filter?.ResourceTypeId)
            .Where("resource_id", filter?.ResourceId)
            .Where("principal_resource_type_id", filter?.PrincipalResourceTypeId)
            .Where("principal_resource_id", filter?.PrincipalResourceId);
        return filter?.OnlyExpandable == true ? query.WhereFilled("expansion") : query;
    }

    static Func<Statement, Grant> GrantParser(GrantFilter? filter)
    {
        var withExpansion = filter?.WithExpansion ?? false;
        return row => RowParser.Grant(row, withExpansion);
    }
}
