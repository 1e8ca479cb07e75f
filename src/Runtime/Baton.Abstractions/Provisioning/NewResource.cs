namespace Baton;

/// <summary>The resource to create, as C1 describes it.</summary>
/// <param name="DisplayName">Name shown to people.</param>
public sealed record NewResource(string DisplayName)
{
    /// <summary>The id that is wished for; empty when the source chooses it, as most do.</summary>
    public string Id { get; init; } = "";

    /// <summary>Longer text, or empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The resource that the new one shall belong to.</summary>
    public ResourceKey? Parent { get; init; }

    /// <summary>What else is known of it.</summary>
    public ValueMap Profile { get; init; } = ValueMap.Empty;
}
