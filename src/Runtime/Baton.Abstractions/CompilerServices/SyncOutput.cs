using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>Where the rows of one listing go: encoded at once, and written in batches by the sync engine.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SyncOutput
{
    /// <summary>Whether this sync wants grants.</summary>
    public abstract bool CollectGrants { get; }

    /// <summary>
    /// Stores a resource and its declared entitlements.
    /// </summary>
    /// <param name="resource">The mapped resource; may be reset as soon as the method returned.</param>
    /// <param name="parent">The resource under which it was listed.</param>
    /// <param name="cancellationToken">Stops the wait for the writer.</param>
    /// <returns>False when the resource was skipped, so that neither its entitlements nor its grants must be collected.</returns>
    public abstract ValueTask<bool> ResourceAsync(ResourceBuilder resource, ResourceKey? parent, CancellationToken cancellationToken);

    /// <summary>Whether this sync wants entitlements.</summary>
    public abstract bool CollectEntitlements { get; }

    /// <summary>Stores an entitlement that one resource of the listed type has.</summary>
    /// <param name="entitlement">The entitlement.</param>
    /// <param name="resourceId">Id of the resource.</param>
    /// <param name="resourceName">Its display name, where that is known.</param>
    /// <param name="parent">The resource that it belongs to, where that is known.</param>
    /// <param name="cancellationToken">Stops the wait for the writer.</param>
    public abstract ValueTask EntitlementAsync(
        DynamicEntitlement entitlement, string resourceId, string? resourceName, ResourceKey? parent, CancellationToken cancellationToken);

    /// <summary>Stores a grant of an entitlement of the listed type.</summary>
    /// <param name="slug">Slug of the entitlement.</param>
    /// <param name="resourceId">Id of the resource.</param>
    /// <param name="grantee">Who holds it.</param>
    /// <param name="cancellationToken">Stops the wait for the writer.</param>
    public abstract ValueTask GrantAsync(string slug, string resourceId, Grantee grantee, CancellationToken cancellationToken);

    /// <summary>
    /// Decides about a failure while collecting the grants of one resource: true when the sync goes on with a warning.
    /// </summary>
    public abstract bool Tolerates(Exception failure, string resourceId);
}
