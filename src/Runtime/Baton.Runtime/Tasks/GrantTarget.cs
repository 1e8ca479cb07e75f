using Baton.Protocol.Connector.V2;

namespace Baton.Tasks;

/// <summary>What to grant or revoke, with all that the author's method gets.</summary>
sealed record GrantTarget(string EntitlementId, string Slug, ResourceKey Resource, Principal Principal)
{
    /// <param name="entitlement">The entitlement.</param>
    /// <param name="resource">The resource that it is held on.</param>
    /// <param name="principal">Who gets or loses it.</param>
    internal static GrantTarget Of(Entitlement entitlement, Resource resource, Resource principal) => new(
        entitlement.Id,
        SlugOf(entitlement),
        resource.ToKey(),
        new(principal.Id.ResourceType, principal.Id.Resource)
        {
            DisplayName = principal.DisplayName.Length == 0 ? null : principal.DisplayName,
            Parent = principal.ToKey().Parent,
        });

    // Older writers left the slug out of the message: it is then what follows the resource in the id.
    static string SlugOf(Entitlement entitlement)
    {
        var prefix = $"{entitlement.Resource.Id?.ResourceType}:{entitlement.Resource.Id?.Resource}:";
        if (entitlement.Slug.Length > 0)
            return entitlement.Slug;
        return entitlement.Id.StartsWith(prefix, StringComparison.Ordinal) ? entitlement.Id[prefix.Length..] : entitlement.Id;
    }
}
