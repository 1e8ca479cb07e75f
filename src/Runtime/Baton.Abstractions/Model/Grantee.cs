using Baton.CompilerServices;

namespace Baton;

/// <summary>
/// Who holds an entitlement, as a <see cref="GrantsAttribute"/> method yields it.
/// A value type: yielding millions of plain grants allocates nothing here.
/// </summary>
public readonly partial record struct Grantee
{
    Grantee(ResourceTypeDefinition type, string id, GrantDetails? details, string? slug = null) => (Type, Id, Details, Slug) = (type, id, details, slug);

    /// <summary>The entitlement, where the method is not for a single one.</summary>
    internal string? Slug { get; }

    /// <summary>The principal's resource type.</summary>
    internal ResourceTypeDefinition Type { get; }

    /// <summary>Id of the principal in the source.</summary>
    public string Id { get; }

    /// <summary>What a plain grant does not have.</summary>
    internal GrantDetails? Details { get; }

    /// <summary>A principal of the type that <typeparamref name="T"/> lists.</summary>
    /// <typeparam name="T">A class marked with <see cref="ResourceTypeAttribute"/>.</typeparam>
    /// <param name="id">Id of the principal in the source.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static Grantee Of<T>(string id)
        where T : IResourceType
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new(T.Definition, id, null);
    }

    /// <summary>A user; the same as <see cref="Of{T}"/>, for reading aloud.</summary>
    /// <typeparam name="T">A class marked with <see cref="ResourceTypeAttribute"/>.</typeparam>
    /// <param name="id">Id of the user in the source.</param>
    public static Grantee User<T>(string id)
        where T : IResourceType => Of<T>(id);

    /// <summary>A group; the same as <see cref="Of{T}"/>, for reading aloud. Add <see cref="Expanding"/> when its members hold the entitlement too.</summary>
    /// <typeparam name="T">A class marked with <see cref="ResourceTypeAttribute"/>.</typeparam>
    /// <param name="id">Id of the group in the source.</param>
    public static Grantee Group<T>(string id)
        where T : IResourceType => Of<T>(id);

    /// <summary>
    /// Whoever holds one of these entitlements of the principal holds this one too: a group in a group, a role of a team.
    /// </summary>
    /// <param name="slugs">Slugs declared on the principal's resource type.</param>
    /// <exception cref="ArgumentException">No slug, or one that the principal's type does not declare.</exception>
    public Grantee Expanding(params string[] slugs)
    {
        ArgumentNullException.ThrowIfNull(slugs);
        if (slugs.Length == 0)
            throw new ArgumentException("Name at least one entitlement of the principal, for example Expanding(\"member\").", nameof(slugs));
        // What is not declared may still be there, in a type whose resources have entitlements of their own, or in another connector.
        if (!Type.DynamicEntitlements && Details?.External is null)
        {
            foreach (var slug in slugs)
                _ = Type.Entitlement(slug);
        }
        return With((Details ?? GrantDetails.None) with { ExpandSlugs = slugs });
    }

    /// <summary>As <see cref="Expanding"/>, but only for those who hold the source entitlement directly.</summary>
    /// <param name="slugs">Slugs declared on the principal's resource type.</param>
    /// <exception cref="ArgumentException">No slug, or one that the principal's type does not declare.</exception>
    public Grantee ExpandingShallow(params string[] slugs)
    {
        var grantee = Expanding(slugs);
        return grantee.With(grantee.Details! with { Shallow = true });
    }

    /// <summary>Limits the expansion to principals of one more type.</summary>
    /// <typeparam name="T">A class marked with <see cref="ResourceTypeAttribute"/>.</typeparam>
    /// <exception cref="InvalidOperationException">Nothing is expanded.</exception>
    public Grantee Only<T>()
        where T : IResourceType
    {
        if (Details?.ExpandSlugs is null)
            throw new InvalidOperationException("Only<T>() limits an expansion: call Expanding(…) first.");
        return With(Details with { ExpandTypes = [.. Details.ExpandTypes, T.Definition] });
    }

    /// <summary>Names the resource, for methods that yield the grants of a whole type.</summary>
    /// <param name="resourceId">Id of the resource on which the entitlement is held.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public ResourceGrant On(string resourceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceId);
        return new(resourceId, this);
    }
}
