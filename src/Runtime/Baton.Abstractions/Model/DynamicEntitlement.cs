using System.Collections.ObjectModel;
using Baton.CompilerServices;

namespace Baton;

/// <summary>An entitlement of one resource, as an <see cref="EntitlementsAttribute"/> method yields it.</summary>
/// <param name="Slug">Short name, for example <c>admin</c>; the last part of the entitlement's id.</param>
public sealed record DynamicEntitlement(string Slug)
{
    ResourceTypeDefinition[] _grantableTo = [];
    Annotation[] _annotations = [];

    /// <summary>What holding it means.</summary>
    public Purpose Purpose { get; init; } = Purpose.Permission;

    /// <summary>Name shown to people. <c>{resource}</c> stands for the resource's name, or its id where that is all that is known; when not set, <c>{resource} slug</c>.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Longer text; <c>{resource}</c> as in <see cref="DisplayName"/>.</summary>
    public string? Description { get; init; }

    /// <summary>The id under which an older connector stored the entitlement; <c>{id}</c> stands for the resource's id.</summary>
    public string? V1Identifier { get; init; }

    /// <summary>It cannot be changed, for example because it is built in.</summary>
    public bool Immutable { get; init; }

    /// <summary>Id of what made it immutable.</summary>
    public string? ImmutableSource { get; init; }

    /// <summary>What else is known of why it is immutable, by key.</summary>
    public IReadOnlyDictionary<string, string> ImmutableMetadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <inheritdoc cref="EntitlementAttribute.ExclusionGroup"/>
    public string? ExclusionGroup { get; init; }

    /// <inheritdoc cref="EntitlementAttribute.ExclusionOrder"/>
    public uint ExclusionOrder { get; init; }

    /// <inheritdoc cref="EntitlementAttribute.ExclusionDefault"/>
    public bool ExclusionDefault { get; init; }

    /// <inheritdoc cref="EntitlementAttribute.ExclusionAcrossResources"/>
    public bool ExclusionAcrossResources { get; init; }

    /// <summary>Resources of this type can hold it; call it for each type.</summary>
    /// <typeparam name="T">A class marked with <see cref="ResourceTypeAttribute"/>.</typeparam>
    public DynamicEntitlement GrantableTo<T>()
        where T : IResourceType => this with { _grantableTo = [.. _grantableTo, T.Definition] };

    /// <summary>Attaches a message, for example <c>Annotation.ExternalLink(url)</c>.</summary>
    public DynamicEntitlement Annotate(Annotation annotation)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        return this with { _annotations = [.. _annotations, annotation] };
    }

    /// <summary>Names the resource, for methods that yield the entitlements of a whole type.</summary>
    /// <param name="resourceId">Id of the resource.</param>
    public ResourceEntitlement On(string resourceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceId);
        return new(resourceId, this);
    }

    /// <summary>The same, as the encoder takes it.</summary>
    internal EntitlementDefinition ToDefinition() => new()
    {
        Slug = Slug,
        Purpose = Purpose,
        DisplayName = DisplayName,
        Description = Description,
        V1Identifier = V1Identifier,
        Immutable = Immutable,
        ImmutableSource = ImmutableSource,
        ImmutableMetadata = ImmutableMetadata,
        ExclusionGroup = ExclusionGroup,
        ExclusionOrder = ExclusionOrder,
        ExclusionDefault = ExclusionDefault,
        ExclusionAcrossResources = ExclusionAcrossResources,
        GrantableTo = () => _grantableTo,
        Annotations = _annotations,
    };
}
