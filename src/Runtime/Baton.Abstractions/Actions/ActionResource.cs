namespace Baton;

/// <summary>A whole resource in what an action takes or answers: not only which one, but also what people read of it.</summary>
/// <param name="Key">Which one it is; with its parent, where it has one.</param>
public sealed record ActionResource(ResourceKey Key)
{
    /// <summary>Name shown to people, or empty.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Longer text, or empty.</summary>
    public string Description { get; init; } = "";
}
