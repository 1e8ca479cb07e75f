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

    /// <summary>The id under which an older connector stored the type: stored as the annotation <c>V1Identifier</c>.</summary>
    public string? V1Identifier { get; init; }

    /// <summary>There are no entitlements to ask for: stored as the annotation <c>SkipEntitlements</c>, or with <see cref="SkipGrants"/> as one for both.</summary>
    public bool SkipEntitlements { get; init; }

    /// <summary>There are no grants to ask for: stored as the annotation <c>SkipGrants</c>.</summary>
    public bool SkipGrants { get; init; }

    /// <summary>The resources come from another connector.</summary>
    public bool SourcedExternally { get; init; }

    /// <summary>Synced only when somebody switches it on: stored as the annotation <c>OptInRequired</c>.</summary>
    public bool OptInRequired { get; init; }

    /// <summary>Large differences are no reason to stop: stored as the annotation <c>SkipSyncAnomalyDetection</c>.</summary>
    public bool SkipSyncAnomalyDetection { get; init; }

    /// <summary>Will go away: stored as the annotation <c>Deprecated</c>.</summary>
    public bool Deprecated { get; init; }

    /// <summary>What the connector must be allowed to do in the source: stored as the annotation <c>CapabilityPermissions</c>.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>What else is attached to the type.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>Resources have entitlements of their own besides the declared ones.</summary>
    public bool DynamicEntitlements { get; init; }

    /// <summary>One method yields the entitlements of the whole type: stored as the annotation <c>TypeScopedEntitlements</c>.</summary>
    public bool TypeScopedEntitlements { get; init; }

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
        EncodeAnnotations(writer);
        writer.String(5, Description);
        writer.Bool(6, SourcedExternally);
        return writer.Written.ToArray();
    }

    void EncodeAnnotations(WireWriter writer)
    {
        if (!string.IsNullOrEmpty(V1Identifier))
            Annotation.V1Identifier(V1Identifier).Write(writer, 4);
        SkipAnnotations.Write(writer, 4, SkipEntitlements, SkipGrants);
        if (TypeScopedEntitlements)
            writer.EndAny(writer.BeginAny(4, "c1.connector.v2.TypeScopedEntitlements"u8));
        if (TypeScopedGrants)
            writer.EndAny(writer.BeginAny(4, "c1.connector.v2.TypeScopedGrants"u8));
        EncodePermissions(writer);
        if (OptInRequired)
            writer.EndAny(writer.BeginAny(4, "c1.connector.v2.OptInRequired"u8));
        if (SkipSyncAnomalyDetection)
            writer.EndAny(writer.BeginAny(4, "c1.connector.v2.SkipSyncAnomalyDetection"u8));
        if (Deprecated)
            writer.EndAny(writer.BeginAny(4, "c1.connector.v2.Deprecated"u8));
        foreach (var annotation in Annotations)
            annotation.Write(writer, 4);
    }

    void EncodePermissions(WireWriter writer)
    {
        if (Permissions.Count == 0)
            return;
        var marks = writer.BeginAny(4, "c1.connector.v2.CapabilityPermissions"u8);
        foreach (var permission in Permissions)
        {
            var mark = writer.Begin(1);
            writer.String(1, permission);
            writer.End(mark);
        }
        writer.EndAny(marks);
    }
}
