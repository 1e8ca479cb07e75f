using Baton.C1Z;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Sync;

namespace Baton.External;

/// <summary>Makes the grants that take the place of one that asks for principals of another system.</summary>
sealed class MatchedGrants(C1ZFile file, ExternalMatches matches, SyncReport report)
{
    /// <summary>One grant for each principal that was found.</summary>
    internal IEnumerable<Grant> Of(Grant carrier)
    {
        if (carrier.Annotations.Find<ExternalResourceMatchID>() is { } byId && matches.Find(byId) is { } principal)
            yield return Expanding(principal, carrier);
        if (carrier.Annotations.Find<ExternalResourceMatch>() is not { } match)
            yield break;
        foreach (var found in matches.Find(match))
            yield return match.ResourceType == ResourceType.Types.Trait.User ? To(found, carrier) : Expanding(found, carrier);
    }

    /// <summary>The grant to a principal; it does not stand for anybody else.</summary>
    internal static Grant To(ResourceId principal, Grant carrier)
    {
        var grant = carrier.Clone();
        grant.Id = $"{carrier.Entitlement.Id}:{principal.ResourceType}:{principal.Resource}";
        grant.Principal = new Resource { Id = principal.Clone() };
        grant.Annotations.Remove<GrantExpandable>();
        return grant;
    }

    /// <summary>The grant to a principal, which stands for its members when the carrier did so for the placeholder's.</summary>
    Grant Expanding(ResourceId principal, Grant carrier)
    {
        var grant = To(principal, carrier);
        if (carrier.Annotations.Find<GrantExpandable>() is not { } expandable)
            return grant;
        var ids = expandable.EntitlementIds.Select(id => Translate(id, principal, carrier)).OfType<string>().ToList();
        expandable.EntitlementIds.Clear();
        expandable.EntitlementIds.Add(ids);
        grant.Annotations.Add(expandable.ToAny());
        return grant;
    }

    /// <summary>The principal's entitlement in the place of the placeholder's; null when there is none.</summary>
    string? Translate(string id, ResourceId principal, Grant carrier)
    {
        var own = $"{principal.ResourceType}:{principal.Resource}:";
        var placeholder = $"{carrier.Principal.Id.ResourceType}:{carrier.Principal.Id.Resource}:";
        if (EntitlementBid.Parse(id) is { } bid)
            id = bid.Resource == KeyOf(carrier.Principal) ? own + bid.Slug : "";
        else if (id.StartsWith(placeholder, StringComparison.Ordinal))
            id = own + id[placeholder.Length..];
        if (!id.StartsWith(own, StringComparison.Ordinal))
            return null; // of something else than the principal, which would be an error
        if (file.HasEntitlement(id))
            return id;
        report.ExternalEntitlementMissing(id, carrier.Id);
        return null;
    }

    static ResourceKey KeyOf(Resource resource) => new(resource.Id.ResourceType, resource.Id.Resource)
    {
        Parent = resource.ParentResourceId is { } parent ? new(parent.ResourceType, parent.Resource) : null,
    };
}
