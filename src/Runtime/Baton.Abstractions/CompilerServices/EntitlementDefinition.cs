using System.Collections.ObjectModel;
using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>An entitlement that every resource of a type has, as declared with <see cref="EntitlementAttribute"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntitlementDefinition
{
    /// <summary>Short name; the last part of the entitlement's id.</summary>
    public required string Slug { get; init; }

    /// <summary>What holding it means.</summary>
    public Purpose Purpose { get; init; } = Purpose.Permission;

    /// <summary>Name shown to people, where <c>{resource}</c> stands for the resource's; <c>{resource} slug</c> when not set.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Longer text, where <c>{resource}</c> stands for the resource's display name.</summary>
    public string? Description { get; init; }

    /// <summary>The id under which an older connector stored it, where <c>{id}</c> stands for the resource's: stored as the annotation <c>V1Identifier</c>.</summary>
    public string? V1Identifier { get; init; }

    /// <summary>Cannot be changed: stored as the annotation <c>EntitlementImmutable</c>.</summary>
    public bool Immutable { get; init; }

    /// <summary>Id of what made it immutable.</summary>
    public string? ImmutableSource { get; init; }

    /// <summary>What else is known of that.</summary>
    public IReadOnlyDictionary<string, string> ImmutableMetadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Of the entitlements of a group only one can be held: stored as the annotation <c>EntitlementExclusionGroup</c>.</summary>
    public string? ExclusionGroup { get; init; }

    /// <summary>Place in the group.</summary>
    public uint ExclusionOrder { get; init; }

    /// <summary>Who holds none of the group holds this one.</summary>
    public bool ExclusionDefault { get; init; }

    /// <summary>The group spans all resources of the type.</summary>
    public bool ExclusionAcrossResources { get; init; }

    /// <summary>What else is attached to it.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>
    /// Types that can hold it. A function, since two types may refer to each other and each is made only when first used.
    /// </summary>
    public Func<IReadOnlyList<ResourceTypeDefinition>> GrantableTo { get; init; } = static () => [];

    /// <summary>The elements of field 5 of <c>c1.connector.v2.Entitlement</c>.</summary>
    internal byte[] GrantableMessages => _grantableMessages ??= EncodeGrantable();

    /// <summary>Writes the elements of field 6 of <c>c1.connector.v2.Entitlement</c>.</summary>
    internal void WriteAnnotations(WireWriter writer, string resourceId)
    {
        if (!string.IsNullOrEmpty(V1Identifier))
            Annotation.V1Identifier(V1Identifier.Replace("{id}", resourceId, StringComparison.Ordinal)).Write(writer, 6);
        if (!string.IsNullOrEmpty(ExclusionGroup))
            WriteExclusionGroup(writer, ExclusionGroup, resourceId);
        if (Immutable)
            WriteImmutable(writer);
        foreach (var annotation in Annotations)
            annotation.Write(writer, 6);
    }

    void WriteImmutable(WireWriter writer)
    {
        var marks = writer.BeginAny(6, "c1.connector.v2.EntitlementImmutable"u8);
        writer.String(1, ImmutableSource);
        GrantDetails.WriteStruct(writer, 2, ImmutableMetadata);
        writer.EndAny(marks);
    }

    void WriteExclusionGroup(WireWriter writer, string group, string resourceId)
    {
        var marks = writer.BeginAny(6, "c1.connector.v2.EntitlementExclusionGroup"u8);
        writer.String(1, ExclusionAcrossResources ? group : $"{group}-{resourceId}");
        writer.Int(2, ExclusionOrder);
        writer.Bool(3, ExclusionDefault);
        writer.Bool(4, !ExclusionAcrossResources);
        writer.EndAny(marks);
    }

    byte[]? _grantableMessages;

    byte[] EncodeGrantable()
    {
        using var writer = new WireWriter();
        foreach (var type in GrantableTo())
            writer.Bytes(5, type.Message);
        return writer.Written.ToArray();
    }
}
