using Baton.Protocol.Connector.V2;

namespace Baton.External;

/// <summary>Where users and groups of another system come from.</summary>
public sealed record ExternalOptions
{
    /// <summary>The file of that system's connector.</summary>
    public required string File { get; init; }

    /// <summary>Take only those who hold this entitlement in that file; everybody when null.</summary>
    public string? EntitlementFilter { get; init; }

    /// <summary>Take resources of types with one of these traits.</summary>
    public IReadOnlyList<ResourceType.Types.Trait> Traits { get; init; } = DefaultTraits;

    /// <summary>Users and groups.</summary>
    public static IReadOnlyList<ResourceType.Types.Trait> DefaultTraits { get; } = [ResourceType.Types.Trait.User, ResourceType.Types.Trait.Group];

    /// <summary>Reads the names of traits, with or without <c>TRAIT_</c>, in any case.</summary>
    /// <exception cref="FormatException">There is no such trait.</exception>
    public static IReadOnlyList<ResourceType.Types.Trait> ParseTraits(IEnumerable<string> names) => [.. names.Select(static name =>
        Array.Find(Known, t => t.ToString().Equals(Plain(name), StringComparison.OrdinalIgnoreCase)) is var trait && trait != ResourceType.Types.Trait.Unspecified
            ? trait
            : throw new FormatException($"unknown external resource trait \"{name}\""))];

    static readonly ResourceType.Types.Trait[] Known = Enum.GetValues<ResourceType.Types.Trait>();

    static string Plain(string name)
    {
        var trimmed = name.Trim();
        return (trimmed.StartsWith("TRAIT_", StringComparison.OrdinalIgnoreCase) ? trimmed[6..] : trimmed).Replace("_", "", StringComparison.Ordinal);
    }
}
