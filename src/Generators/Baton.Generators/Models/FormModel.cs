using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>A positional record whose parameters are the fields of a form.</summary>
/// <param name="Type">Full name with <c>global::</c>.</param>
sealed record FormModel(string Type, EquatableArray<FormFieldModel> Fields);

/// <summary>A parameter that is a field of a form.</summary>
/// <param name="Parameter">Name of the parameter, escaped.</param>
/// <param name="Name">Name by which the value is sent.</param>
/// <param name="Type">Full name of the parameter's type without nullability.</param>
/// <param name="Nullable">Whether the parameter can be null.</param>
/// <param name="Required">Whether there must be a value.</param>
/// <param name="Default">The parameter's default as invariant text, for a choice its text; null when there is none.</param>
/// <param name="Choices">For an enum: its members and their texts.</param>
/// <param name="ResourceType">For <c>ResourceKey&lt;T&gt;</c>: full name of the class.</param>
sealed record FormFieldModel(
    string Parameter,
    string Name,
    FormValueKind Kind,
    string Type,
    bool Nullable,
    bool Required,
    bool Secret,
    string DisplayName,
    string? Description,
    string? Placeholder,
    string? Default,
    EquatableArray<EnumMemberModel> Choices,
    string? ResourceType)
{
    public EquatableArray<FieldRuleModel> Rules { get; init; } = EquatableArray<FieldRuleModel>.Empty;
}

/// <summary>The types that fields of a form can have.</summary>
enum FormValueKind
{
    Text,
    Int32,
    Int64,
    Truth,
    Choice,
    TextList,
    TextMap,
    // From here on: what the form of a new account cannot have.
    Resource,
    TypedResource,
    ResourceList,
    WholeResource,
    WholeResourceList,
    EntitlementList,
    GrantList,
}
