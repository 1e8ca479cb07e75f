namespace Baton;

/// <summary>
/// Every resource of this type has an entitlement of this slug: something that can be held on it. Its id in the file is
/// <c>type:resource:slug</c>.
/// </summary>
/// <param name="slug">Short name, for example <c>member</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EntitlementAttribute(string slug) : Attribute
{
    /// <summary>Short name.</summary>
    public string Slug { get; } = slug;

    /// <summary>What holding it means; <see cref="Purpose.Permission"/> when not set.</summary>
    public Purpose Purpose { get; set; } = Purpose.Permission;

    /// <summary>Name shown to people. <c>{resource}</c> stands for the resource's display name; when not set, <c>{resource} slug</c>.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Longer text; <c>{resource}</c> stands for the resource's display name.</summary>
    public string? Description { get; set; }

    /// <summary>The id under which an older connector stored the entitlement; <c>{id}</c> stands for the resource's id.</summary>
    public string? V1Identifier { get; set; }

    /// <summary>The entitlement cannot be changed, for example because it is built in.</summary>
    public bool Immutable { get; set; }

    /// <summary>Id of what made it immutable.</summary>
    public string? ImmutableSource { get; set; }

    /// <summary>What else is known of why it is immutable, each as <c>key=value</c>.</summary>
    public string[] ImmutableMetadata { get; set; } = [];

    /// <summary>Of all entitlements of one resource that name the same group, a principal can hold only one.</summary>
    public string? ExclusionGroup { get; set; }

    /// <summary>Place in the group; the higher one wins where a principal holds several.</summary>
    public uint ExclusionOrder { get; set; }

    /// <summary>Who holds none of the group holds this one: at most one of a group.</summary>
    public bool ExclusionDefault { get; set; }

    /// <summary>The group spans all resources of the type: at most 50 entitlements in all. Otherwise each resource has a group of its own.</summary>
    public bool ExclusionAcrossResources { get; set; }
}
