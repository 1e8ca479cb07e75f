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
}
