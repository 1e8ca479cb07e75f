namespace Baton;

/// <content>What most resources do not have.</content>
public abstract partial class ResourceBuilder<TSelf>
{
    /// <summary>Reference to the resource's icon: the id that it has in the source. The picture itself is not fetched.</summary>
    public TSelf Icon(string? assetId)
    {
        IconId = assetId;
        return Self;
    }

    /// <summary>Where people find the resource in the source; nothing for null.</summary>
    /// <param name="url">https, at most 1024 bytes.</param>
    public TSelf ExternalLink(string? url) => string.IsNullOrEmpty(url) ? Self : Annotate(Annotation.ExternalLink(url));

    /// <inheritdoc cref="ExternalLink(string?)"/>
    public TSelf ExternalLink(Uri? url) => ExternalLink(url?.AbsoluteUri);

    /// <summary>The id as the source writes it, where the id in the file is made from it; nothing for null.</summary>
    public TSelf RawId(string? id) => string.IsNullOrEmpty(id) ? Self : Annotate(Annotation.RawId(id));

    /// <summary>The id under which an older connector stored the resource; nothing for null.</summary>
    public TSelf V1Identifier(string? id) => string.IsNullOrEmpty(id) ? Self : Annotate(Annotation.V1Identifier(id));

    /// <summary>Adds another id of the resource. Empty and repeated ones are left out; at most 100, each of at most 256 characters.</summary>
    public TSelf Alias(string? id)
    {
        Extras.AddAlias(id);
        return Self;
    }

    /// <summary>The id under which a system that is provisioned from the source knows the resource.</summary>
    /// <param name="id">The id; without one nothing is stored.</param>
    /// <param name="link">Where it is found.</param>
    /// <param name="description">What it is.</param>
    public TSelf ExternalId(string? id, string? link = null, string? description = null)
    {
        Extras.ExternalId(id, link, description);
        return Self;
    }

    /// <summary>Says that the resource belongs to Baton itself.</summary>
    public TSelf BatonResource(bool value = true)
    {
        Extras.BelongsToBaton(value);
        return Self;
    }

    /// <summary>Says that the resource is the identity of a program.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="detail">The source's own word for it; at most 1024 bytes.</param>
    public TSelf NonHumanIdentity(NonHumanIdentityType type, string? detail = null)
    {
        Extras.NonHuman(type, detail);
        return Self;
    }

    /// <summary>This resource, other than its type says, has no entitlements.</summary>
    public TSelf SkipEntitlements()
    {
        Extras.Skip(entitlements: true, grants: false);
        return Self;
    }

    /// <summary>Nobody holds an entitlement of this resource, and nobody needs to be asked.</summary>
    public TSelf SkipGrants()
    {
        Extras.Skip(entitlements: false, grants: true);
        return Self;
    }

    /// <summary>This resource, other than its type says, has neither entitlements nor grants.</summary>
    public TSelf SkipEntitlementsAndGrants()
    {
        Extras.Skip(entitlements: true, grants: true);
        return Self;
    }

    /// <summary>Attaches a message for which there is no method.</summary>
    public TSelf Annotate(Annotation annotation)
    {
        Extras.Add(annotation);
        return Self;
    }

    /// <summary>
    /// Adds what belongs to another trait of the type, for types that declare several: <c>role.Also(new AppBuilder().HelpUrl(url))</c>.
    /// Only the trait's own parts are taken from it.
    /// </summary>
    /// <param name="other">A builder of a further trait that <see cref="ResourceTypeAttribute"/> names.</param>
    public TSelf Also(ResourceBuilder other)
    {
        Extras.Add(other);
        return Self;
    }
}
