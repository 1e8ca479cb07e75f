namespace Baton.CompilerServices;

/// <content>Methods that yield grants one by one.</content>
public abstract partial class ResourceSyncer<TModel, TBuilder>
{
    /// <summary>Stores the grants of one resource.</summary>
    protected async ValueTask<string> GranteesAsync(
        string slug, string resourceId, IAsyncEnumerable<Grantee> grantees, SyncOutput output, CancellationToken cancellationToken)
    {
        await foreach (var grantee in grantees.WithCancellation(cancellationToken).ConfigureAwait(false))
            await output.GrantAsync(SlugOf(slug, grantee), resourceId, grantee, cancellationToken).ConfigureAwait(false);
        return "";
    }

    /// <summary>Stores the grants of many resources.</summary>
    protected async ValueTask<string> GranteesAsync(
        string slug, IAsyncEnumerable<ResourceGrant> grants, SyncOutput output, CancellationToken cancellationToken)
    {
        await foreach (var grant in grants.WithCancellation(cancellationToken).ConfigureAwait(false))
            await output.GrantAsync(SlugOf(slug, grant.Grantee), grant.ResourceId, grant.Grantee, cancellationToken).ConfigureAwait(false);
        return "";
    }

    /// <summary>Stores grants, and the resources that are known only through them.</summary>
    protected async ValueTask<string> GranteesAsync(
        string slug, IAsyncEnumerable<ResourceGrant<TModel>> grants, SyncOutput output, CancellationToken cancellationToken)
    {
        var (builder, last) = (new TBuilder(), default(string));
        await foreach (var grant in grants.WithCancellation(cancellationToken).ConfigureAwait(false))
            last = await InsertAsync(slug, grant, builder, last, output, cancellationToken).ConfigureAwait(false);
        return "";
    }

    async ValueTask StoreGrantsAsync(TModel model, string resourceId, SyncOutput output, CancellationToken cancellationToken)
    {
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

    /// <summary>Stores a grant behind its resource, which mostly is that of the grant before.</summary>
    /// <returns>Id of the resource.</returns>
    async ValueTask<string> InsertAsync(
        string slug, ResourceGrant<TModel> grant, TBuilder builder, string? last, SyncOutput output, CancellationToken cancellationToken)
    {
        builder.Reset();
        Map(grant.Model, builder);
        var resourceId = builder.ResourceId;
        if (resourceId == last || await output.ResourceAsync(builder, grant.Parent, cancellationToken).ConfigureAwait(false))
            await output.GrantAsync(SlugOf(slug, grant.Grantee), resourceId, grant.Grantee, cancellationToken).ConfigureAwait(false);
        return resourceId;
    }

    /// <summary>The entitlement of a grant: that of the method, or the one that the grant names.</summary>
    /// <param name="slug">Slug of the method; empty when it is for any.</param>
    /// <param name="grantee">The grant.</param>
    string SlugOf(string slug, Grantee grantee)
    {
        if (grantee.Slug is not { } named)
        {
            return slug.Length > 0 ? slug : throw new ConnectorException(
                ErrorCode.Internal, $"A [Grants] method of resource type \"{Definition.Id}\" that is for all entitlements yielded a grant to " +
                $"\"{grantee.Id}\" without saying of which: yield grantee.For(slug).");
        }
        if (slug.Length > 0 && slug != named)
        {
            throw new ConnectorException(
                ErrorCode.Internal, $"The [Grants(\"{slug}\")] method of resource type \"{Definition.Id}\" yielded a grant of \"{named}\": " +
                "leave the slug out of the attribute, or For(…) out of the grant.");
        }
        if (!Definition.DynamicEntitlements)
            _ = Definition.Entitlement(named);
        return named;
    }
}
