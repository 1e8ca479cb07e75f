using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>A class marked with <c>[ResourceType]</c>.</summary>
/// <param name="Traits">Names of the enum members of <c>Baton.Trait</c>, in the order declared.</param>
/// <param name="Builder">Simple name of the builder class in namespace Baton, by the first trait: <c>UserBuilder</c>, …, <c>PlainBuilder</c>.</param>
/// <param name="Model">Full name of the model type with <c>global::</c> and nullability.</param>
/// <param name="Services">Classes that the constructor names, directly or not.</param>
sealed record ResourceTypeModel(
    HostModel Host,
    string Id,
    string DisplayName,
    string? Description,
    EquatableArray<string> Traits,
    string Builder,
    string Model,
    MappingModel Mapping,
    EquatableArray<EntitlementModel> Entitlements,
    EquatableArray<ListMethodModel> Lists,
    EquatableArray<GrantsMethodModel> Grants,
    EquatableArray<ProvisionMethodModel> GrantMethods,
    EquatableArray<ProvisionMethodModel> RevokeMethods,
    ConstructorModel Constructor,
    EquatableArray<ServiceModel> Services)
{
    /// <summary>The switches of the attribute.</summary>
    public TypeOptionsModel Options { get; init; } = TypeOptionsModel.None;

    /// <summary>The method that yields entitlements of single resources; null when there is none.</summary>
    public EntitlementsMethodModel? EntitlementsMethod { get; init; }

    /// <summary>The method that gets a single resource; null when there is none.</summary>
    public GetMethodModel? Get { get; init; }

    /// <summary>What the class does besides.</summary>
    public TasksModel Tasks { get; init; } = TasksModel.None;
}

/// <summary>A <c>GetAsync</c> method.</summary>
sealed record GetMethodModel(string Method, bool IsStatic, EquatableArray<ArgumentKind> Arguments);

/// <summary>An <c>[Entitlement]</c> with its <c>[Grantable]</c> types.</summary>
/// <param name="Purpose">Name of the enum member of <c>Baton.Purpose</c>.</param>
/// <param name="GrantableTo">Full names of classes marked with <c>[ResourceType]</c>.</param>
sealed record EntitlementModel(string Slug, string Purpose, string? DisplayName, string? Description, EquatableArray<string> GrantableTo)
{
    public bool Immutable { get; init; }

    public string? ImmutableSource { get; init; }

    /// <summary>Each as <c>key=value</c>.</summary>
    public EquatableArray<string> ImmutableMetadata { get; init; } = EquatableArray<string>.Empty;

    public string? V1Identifier { get; init; }

    /// <summary>The group of which only one entitlement can be held; null for none.</summary>
    public ExclusionModel? Exclusion { get; init; }

    public EquatableArray<TypeAnnotationModel> Annotations { get; init; } = EquatableArray<TypeAnnotationModel>.Empty;
}

/// <summary>The place of an entitlement in an exclusion group.</summary>
sealed record ExclusionModel(string Group, uint Order, bool IsDefault, bool AcrossResources);
