using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>The loops that all listings share; generated classes add only what differs.</summary>
/// <typeparam name="TModel">The author's model.</typeparam>
/// <typeparam name="TBuilder">The builder of the type's trait.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ResourceSyncer<TModel, TBuilder> : ResourceSyncer
    where TBuilder : ResourceBuilder, new()
{
    /// <summary>Slugs whose grants come with the model, through <see cref="ModelGrants"/>.</summary>
    protected virtual IReadOnlyList<string> GrantsPerModel => [];

    /// <summary>Maps a model.</summary>
    protected abstract void Map(TModel model, TBuilder resource);

    /// <summary>The grants of one entitlement, from the model.</summary>
    protected virtual IAsyncEnumerable<Grantee> ModelGrants(string slug, TModel model, CancellationToken cancellationToken) =>
        throw new NotSupportedException(slug);

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

    /// <summary>Stores the items of a page.</summary>
    protected async ValueTask PageAsync(
        IReadOnlyList<TModel> models, ResourceKey? parent, SyncOutput output, CancellationToken cancellationToken)
    {
        var builder = new TBuilder();
        foreach (var model in models)
            await OneAsync(model, parent, builder, output, cancellationToken).ConfigureAwait(false);
    }

    async ValueTask OneAsync(TModel model, ResourceKey? parent, TBuilder builder, SyncOutput output, CancellationToken cancellationToken)
    {
        builder.Reset();
        Map(model, builder);
        if (!await output.ResourceAsync(builder, parent, cancellationToken).ConfigureAwait(false) || !output.CollectGrants)
            return;
        var resourceId = builder.ResourceId;
        foreach (var slug in GrantsPerModel)
        {
            try
            {
                await GranteesAsync(slug, resourceId, ModelGrants(slug, model, cancellationToken), output, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (output.Tolerates(failure, resourceId))
            {
                // Recorded by the output as a warning: the other resources are still wanted.
            }
        }
    }

    /// <summary>Stores the grants of one resource.</summary>
    protected static async ValueTask<string> GranteesAsync(
        string slug, string resourceId, IAsyncEnumerable<Grantee> grantees, SyncOutput output, CancellationToken cancellationToken)
    {
        await foreach (var grantee in grantees.WithCancellation(cancellationToken).ConfigureAwait(false))
            await output.GrantAsync(slug, resourceId, grantee, cancellationToken).ConfigureAwait(false);
        return "";
    }

    /// <summary>Stores the grants of many resources.</summary>
    protected static async ValueTask<string> GranteesAsync(
        string slug, IAsyncEnumerable<ResourceGrant> grants, SyncOutput output, CancellationToken cancellationToken)
    {
        await foreach (var grant in grants.WithCancellation(cancellationToken).ConfigureAwait(false))
            await output.GrantAsync(slug, grant.ResourceId, grant.Grantee, cancellationToken).ConfigureAwait(false);
        return "";
    }

    /// <summary>Stores a page of the grants of one resource.</summary>
    protected static async ValueTask GranteesAsync(
        string slug, string resourceId, IReadOnlyList<Grantee> grantees, SyncOutput output, CancellationToken cancellationToken)
    {
        foreach (var grantee in grantees)
            await output.GrantAsync(slug, resourceId, grantee, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores a page of the grants of many resources.</summary>
    protected static async ValueTask GranteesAsync(
        string slug, IReadOnlyList<ResourceGrant> grants, SyncOutput output, CancellationToken cancellationToken)
    {
        foreach (var grant in grants)
            await output.GrantAsync(slug, grant.ResourceId, grant.Grantee, cancellationToken).ConfigureAwait(false);
    }
}
