using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>The loops that all listings share; generated classes add only what differs.</summary>
/// <typeparam name="TModel">The author's model.</typeparam>
/// <typeparam name="TBuilder">The builder of the type's trait.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class ResourceSyncer<TModel, TBuilder> : ResourceSyncer
    where TBuilder : ResourceBuilder, new()
{
    /// <summary>Slugs whose grants come with the model, through <see cref="ModelGrants"/>.</summary>
    protected virtual IReadOnlyList<string> GrantsPerModel => [];

    /// <summary>Maps a model.</summary>
    protected abstract void Map(TModel model, TBuilder resource);

    /// <summary>The grants of one entitlement, from the model.</summary>
    protected virtual IAsyncEnumerable<Grantee> ModelGrants(string slug, TModel model, CancellationToken cancellationToken) =>
        throw new NotSupportedException(slug);

    /// <summary>What a listing returns that has nothing to list.</summary>
    protected static ValueTask<string> Nothing => new("");

    /// <summary>Stores all that an enumerator yields.</summary>
    /// <returns>An empty token: an enumerator is one page.</returns>
    protected async ValueTask<string> AllAsync(
        IAsyncEnumerable<TModel> models, ResourceKey? parent, SyncOutput output, CancellationToken cancellationToken)
    {
        var builder = new TBuilder();
        await foreach (var model in models.WithCancellation(cancellationToken).ConfigureAwait(false))
            await OneAsync(model, parent, builder, output, cancellationToken).ConfigureAwait(false);
        return "";
    }

    /// <summary>Stores the one resource that was asked for.</summary>
    /// <returns>True: it exists.</returns>
    /// <exception cref="ConnectorException">The model is that of another resource.</exception>
    protected async ValueTask<bool> FoundAsync(TModel model, ResourceKey resource, SyncOutput output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var builder = new TBuilder();
        Map(model, builder);
        if (builder.ResourceId != resource.Id)
        {
            throw new ConnectorException(
                ErrorCode.Internal, $"GetAsync was asked for {resource} and returned a model whose id is \"{builder.ResourceId}\".");
        }
        await StoreAsync(model, resource.Parent, builder, output, cancellationToken).ConfigureAwait(false);
        return true;
    }

    ValueTask OneAsync(TModel model, ResourceKey? parent, TBuilder builder, SyncOutput output, CancellationToken cancellationToken)
    {
        builder.Reset();
        Map(model, builder);
        return StoreAsync(model, parent, builder, output, cancellationToken);
    }

    async ValueTask StoreAsync(TModel model, ResourceKey? parent, TBuilder builder, SyncOutput output, CancellationToken cancellationToken)
    {
        if (!await output.ResourceAsync(builder, parent, cancellationToken).ConfigureAwait(false))
            return;
        if (EntitlementsPerModel && output.CollectEntitlements && !builder.SkipsEntitlements)
            await StoreEntitlementsAsync(model, parent, builder, output, cancellationToken).ConfigureAwait(false);
        if (GrantsPerModel.Count > 0 && output.CollectGrants && !builder.SkipsGrants)
            await StoreGrantsAsync(model, builder.ResourceId, output, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An ordinary sequence as an asynchronous one.</summary>
    protected static async IAsyncEnumerable<T> ToAsync<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
            yield return item;
    }
}
