using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>What generated code states about a resource type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResourceTypeDefinition
{
    /// <summary>Id of the type.</summary>
    public required string Id { get; init; }

    /// <summary>Name shown to people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>One sentence on the type, or null.</summary>
    public string? Description { get; init; }

    /// <summary>What the resources are, in the order declared.</summary>
    public IReadOnlyList<Trait> Traits { get; init; } = [];

    /// <summary>Entitlements that every resource has, in the order declared.</summary>
    public IReadOnlyList<EntitlementDefinition> Entitlements { get; init; } = [];

    /// <summary>Types whose resources these are listed under (a function for the same reason as <see cref="EntitlementDefinition.GrantableTo"/>).</summary>
    public Func<IReadOnlyList<ResourceTypeDefinition>> Parents { get; init; } = static () => [];

    /// <summary>Neither entitlements nor grants exist on the type: stored as the annotation <c>SkipEntitlementsAndGrants</c>.</summary>
    public bool SkipEntitlementsAndGrants { get; init; }

    /// <summary>One method yields the grants of the whole type: stored as the annotation <c>TypeScopedGrants</c>.</summary>
    public bool TypeScopedGrants { get; init; }

    /// <summary>The declared entitlement of this slug.</summary>
    /// <exception cref="ArgumentException">The type declares none.</exception>
    public EntitlementDefinition Entitlement(string slug)
    {
        foreach (var entitlement in Entitlements)
        {
            if (entitlement.Slug == slug)
                return entitlement;
        }
        throw new ArgumentException(
            $"Resource type \"{Id}\" declares no entitlement \"{slug}\". Add [Entitlement(\"{slug}\")] to its class, or use one of: " +
            $"{string.Join(", ", Entitlements.Select(static e => e.Slug))}.", nameof(slug));
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>The type as <c>c1.connector.v2.ResourceType</c>.</summary>
    internal byte[] Message => _message ??= Encode();

    byte[]? _message;

    byte[] Encode()
    {
        using var writer = new WireWriter();
        writer.String(1, Id);
        writer.String(2, DisplayName);
        if (Traits.Count > 0)
            writer.Bytes(3, Traits.Select(static t => (byte)t).ToArray());
        if (SkipEntitlementsAndGrants)
            writer.EndAny(writer.BeginAny(4, "c1.connector.v2.SkipEntitlementsAndGrants"u8));
        if (TypeScopedGrants)
            writer.EndAny(writer.BeginAny(4, "c1.connector.v2.TypeScopedGrants"u8));
        writer.String(5, Description);
        return writer.Written.ToArray();
    }
}
