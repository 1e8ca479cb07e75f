using System.Runtime.CompilerServices;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

/// <summary>
/// The rows of a sync with display names and everything else of what they refer to. Look-ups are remembered within fixed bounds, so that
/// memory does not depend on the file. Any number of streams may run at once.
/// </summary>
public sealed class SyncDetails
{
    const long CacheBytes = 32 << 20;

    readonly SyncView _view;
    readonly LookupCache<ResourceType> _types = new(CacheBytes / 4);
    readonly LookupCache<Resource> _resources = new(CacheBytes);
    readonly LookupCache<Entitlement> _entitlements = new(CacheBytes / 2);

    /// <summary>Reads a sync.</summary>
    public SyncDetails(SyncView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _view = view;
    }

    /// <summary>The resources.</summary>
    public async IAsyncEnumerable<ResourceRow> ResourcesAsync(
        ResourceFilter? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var resource in _view.ResourcesAsync(filter, cancellationToken).ConfigureAwait(false))
            yield return await OfAsync(resource, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The entitlements.</summary>
    public async IAsyncEnumerable<EntitlementRow> EntitlementsAsync(
        EntitlementFilter? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entitlement in _view.EntitlementsAsync(filter, cancellationToken).ConfigureAwait(false))
            yield return await OfAsync(entitlement, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The grants.</summary>
    public async IAsyncEnumerable<GrantRow> GrantsAsync(
        GrantFilter? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var grant in _view.GrantsAsync(filter, cancellationToken).ConfigureAwait(false))
            yield return await OfAsync(grant, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A resource with its type and parent.</summary>
    public async ValueTask<ResourceRow> OfAsync(Resource resource, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var type = await ResourceTypeAsync(resource.Id?.ResourceType ?? "", cancellationToken).ConfigureAwait(false);
        var parent = resource.ParentResourceId is { } id ? await ResourceAsync(id, cancellationToken).ConfigureAwait(false) : null;
        return new(resource, type, parent);
    }

    /// <summary>An entitlement with what it is on.</summary>
    public async ValueTask<EntitlementRow> OfAsync(Entitlement entitlement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entitlement);
        var id = entitlement.Resource?.Id ?? new ResourceId();
        return new(
            entitlement,
            await ResourceAsync(id, cancellationToken).ConfigureAwait(false),
            await ResourceTypeAsync(id.ResourceType, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A grant with what is granted to whom.</summary>
    public async ValueTask<GrantRow> OfAsync(Grant grant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var on = grant.Entitlement?.Resource?.Id ?? new ResourceId();
        return new(
            grant,
            await EntitlementAsync(grant.Entitlement?.Id ?? "", cancellationToken).ConfigureAwait(false),
            await ResourceAsync(on, cancellationToken).ConfigureAwait(false),
            await ResourceTypeAsync(on.ResourceType, cancellationToken).ConfigureAwait(false),
            await ResourceAsync(grant.Principal?.Id ?? new ResourceId(), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A resource type, or one named MISSING.</summary>
    public async ValueTask<ResourceType> ResourceTypeAsync(string id, CancellationToken cancellationToken = default) =>
        await _types.GetAsync(id, () => _view.FindResourceTypeAsync(id, cancellationToken)).ConfigureAwait(false)
            ?? new ResourceType { Id = id, DisplayName = $"MISSING RESOURCE TYPE ({id})" };

    /// <summary>A resource, or one named MISSING.</summary>
    public async ValueTask<Resource> ResourceAsync(ResourceId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return await _resources.GetAsync(
                $"{id.ResourceType}\0{id.Resource}", () => _view.FindResourceAsync(id.ResourceType, id.Resource, cancellationToken)).ConfigureAwait(false)
            ?? new Resource { Id = id.Clone(), DisplayName = $"MISSING RESOURCE ({id.ResourceType}:{id.Resource})" };
    }

    /// <summary>An entitlement, or null.</summary>
    public ValueTask<Entitlement?> FindEntitlementAsync(string id, CancellationToken cancellationToken = default) =>
        _entitlements.GetAsync(id, () => _view.FindEntitlementAsync(id, cancellationToken));

    /// <summary>An entitlement, or one named MISSING.</summary>
    public async ValueTask<Entitlement> EntitlementAsync(string id, CancellationToken cancellationToken = default) =>
        await FindEntitlementAsync(id, cancellationToken).ConfigureAwait(false)
            ?? new Entitlement { Id = id, DisplayName = $"MISSING ENTITLEMENT ({id})" };
}
