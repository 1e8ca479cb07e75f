namespace Baton.CompilerServices;

/// <content>Methods that yield entitlements.</content>
public abstract partial class ResourceSyncer<TModel, TBuilder>
{
    /// <summary>Whether entitlements come with the model, through <see cref="ModelEntitlements"/>.</summary>
    protected virtual bool EntitlementsPerModel => false;

    /// <summary>The entitlements of one resource, from the model.</summary>
    protected virtual IAsyncEnumerable<DynamicEntitlement> ModelEntitlements(TModel model, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Stores the entitlements of one resource.</summary>
    protected static async ValueTask<string> EntitledAsync(
        ResourceKey resource, IAsyncEnumerable<DynamicEntitlement> entitlements, SyncOutput output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        await foreach (var entitlement in entitlements.WithCancellation(cancellationToken).ConfigureAwait(false))
            await output.EntitlementAsync(entitlement, resource.Id, null, resource.Parent, cancellationToken).ConfigureAwait(false);
        return "";
    }

    /// <summary>Stores the entitlements of many resources.</summary>
    protected static async ValueTask<string> EntitledAsync(
        IAsyncEnumerable<ResourceEntitlement> entitlements, SyncOutput output, CancellationToken cancellationToken)
    {
        await foreach (var entitled in entitlements.WithCancellation(cancellationToken).ConfigureAwait(false))
            await output.EntitlementAsync(entitled.Entitlement, entitled.ResourceId, null, null, cancellationToken).ConfigureAwait(false);
        return "";
    }

    /// <summary>Stores a page of the entitlements of one resource.</summary>
    /// <returns>Token of the next page; empty at the end.</returns>
    protected async ValueTask<string> EntitledPageAsync(
        ResourceKey resource, Task<Page<DynamicEntitlement>> page, SyncOutput output, CancellationToken cancellationToken)
    {
        var (items, next) = Present(await Present(page).ConfigureAwait(false));
        await EntitledAsync(resource, ToAsync(Present(items)), output, cancellationToken).ConfigureAwait(false);
        return next ?? "";
    }

    /// <summary>Stores a page of the entitlements of many resources.</summary>
    /// <returns>Token of the next page; empty at the end.</returns>
    protected async ValueTask<string> EntitledPageAsync(
        Task<Page<ResourceEntitlement>> page, SyncOutput output, CancellationToken cancellationToken)
    {
        var (items, next) = Present(await Present(page).ConfigureAwait(false));
        await EntitledAsync(ToAsync(Present(items)), output, cancellationToken).ConfigureAwait(false);
        return next ?? "";
    }

    async ValueTask StoreEntitlementsAsync(
        TModel model, ResourceKey? parent, TBuilder builder, SyncOutput output, CancellationToken cancellationToken)
    {
        var (id, name) = (builder.ResourceId, builder.ResourceName);
        try
        {
            await foreach (var entitlement in ModelEntitlements(model, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
                await output.EntitlementAsync(entitlement, id, name, parent, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (output.Tolerates(failure, id))
        {
            // Recorded by the output as a warning: the other resources are still wanted.
        }
    }
}
