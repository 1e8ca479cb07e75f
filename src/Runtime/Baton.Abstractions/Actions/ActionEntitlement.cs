namespace Baton;

/// <summary>An entitlement in what an action takes or answers.</summary>
/// <param name="Resource">The resource on which it can be held.</param>
/// <param name="Slug">Short name, for example <c>member</c>.</param>
public sealed record ActionEntitlement(ResourceKey Resource, string Slug)
{
    /// <summary>Its id: <c>type:resource:slug</c>, unless it came with another one.</summary>
    public string Id { get; init; } = $"{Resource.Type}:{Resource.Id}:{Slug}";

    /// <summary>Name shown to people, or empty.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Longer text, or empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>What holding it means.</summary>
    public Purpose Purpose { get; init; }

    /// <summary>Ids of the resource types that can hold it.</summary>
    public IReadOnlyList<string> GrantableTo { get; init; } = [];
}
