using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

// Lists a page at a time, for who shows them: a page can be asked for again, later, by somebody else.
public sealed partial class SyncView
{
    /// <summary>A page of resources.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="from">Where the page begins: <see cref="RowPage{T}.Next"/> of the one before; null for the beginning.</param>
    /// <param name="size">How many at most, up to 1,000; large rows make pages shorter.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<RowPage<Resource>> ResourcePageAsync(ResourceFilter? filter, long? from, int size, CancellationToken cancellationToken = default) =>
        _pages.PageAsync(Resources(filter), RowParser.Message<Resource>, from, size, cancellationToken);

    /// <summary>A page of entitlements; the parameters are those of <see cref="ResourcePageAsync"/>.</summary>
    public Task<RowPage<Entitlement>> EntitlementPageAsync(EntitlementFilter? filter, long? from, int size, CancellationToken cancellationToken = default) =>
        _pages.PageAsync(Entitlements(filter), RowParser.Message<Entitlement>, from, size, cancellationToken);

    /// <summary>A page of grants; the parameters are those of <see cref="ResourcePageAsync"/>.</summary>
    public Task<RowPage<Grant>> GrantPageAsync(GrantFilter? filter, long? from, int size, CancellationToken cancellationToken = default) =>
        _pages.PageAsync(Grants(filter), GrantParser(filter), from, size, cancellationToken);

    /// <summary>How many grants there are, up to a limit, which bounds the work.</summary>
    public Task<long> CountGrantsAsync(GrantFilter? filter, long atMost = long.MaxValue, CancellationToken cancellationToken = default) =>
        _pages.RunAsync(database => Grants(filter).Count(database, atMost), cancellationToken);
}
