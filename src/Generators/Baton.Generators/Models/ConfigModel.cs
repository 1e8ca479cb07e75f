using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>The record marked with <c>[ConnectorConfig]</c>.</summary>
sealed record ConfigModel(
    HostModel Host, EquatableArray<ConfigFieldModel> Fields, EquatableArray<ConfigRelationModel> Relations, EquatableArray<ConfigGroupModel> Groups)
{
    /// <summary>Name of the form; null for that of the connector.</summary>
    public string? DisplayName { get; init; }
}

/// <summary>What settings have to do with each other.</summary>
/// <param name="Kind">Name of the enum member of <c>ConfigRelationKind</c>.</param>
/// <param name="Fields">Names of settings.</param>
/// <param name="Others">Those that the first depend on; else empty.</param>
sealed record ConfigRelationModel(string Kind, EquatableArray<string> Fields, EquatableArray<string> Others);

/// <summary>A <c>[FieldGroup]</c>.</summary>
sealed record ConfigGroupModel(string Name, string? DisplayName, string? HelpText, EquatableArray<string> Fields, bool Default);

/// <summary>A rule about the value of a setting.</summary>
/// <param name="Name">Property of <c>[Field]</c>.</param>
/// <param name="Value">A number, <c>true</c>, the name of a member of <c>WellKnown</c>, or a text.</param>
/// <param name="Values">For <c>In</c> and <c>NotIn</c>; else empty.</param>
sealed record FieldRuleModel(string Name, string Value, EquatableArray<string> Values);

/// <summary>A property marked with <c>[Field]</c>.</summary>
/// <param name="Property">Name of the property, escaped.</param>
/// <param name="Type">Full name of its type with <c>global::</c>, without nullability.</param>
/// <param name="Name">Name of the flag.</param>
/// <param name="Default">The initializer's constant value as invariant text; null when there is none or it is not a constant.</param>
/// <param name="EnumMembers">For an enum: member name (escaped) and its text in kebab case; empty otherwise.</param>
sealed record ConfigFieldModel(
    string Property,
    string Type,
    string Name,
    FieldKind Kind,
    bool Required,
    bool Secret,
    bool Hidden,
    char ShortHand,
    string? DisplayName,
    string? Description,
    string? Placeholder,
    string? Default,
    EquatableArray<EnumMemberModel> EnumMembers)
{
    /// <summary>Whether an object initializer has to set the property.</summary>
    public bool IsRequiredMember { get; init; }

    /// <summary>Whether it is a flag that every connector has.</summary>
    public bool Shared { get; init; }

    public string? Suggested { get; init; }

    /// <summary>Name of the enum member of <c>Baton.FieldInput</c>.</summary>
    public string Variant { get; init; } = "Text";

    /// <summary>Name of the enum member of <c>Baton.FieldExport</c>.</summary>
    public string Export { get; init; } = "Form";

    public EquatableArray<string> Extensions { get; init; } = EquatableArray<string>.Empty;

    public EquatableArray<FieldRuleModel> Rules { get; init; } = EquatableArray<FieldRuleModel>.Empty;
}

sealed record EnumMemberModel(string Member, string Text);

/// <summary>The type of a setting.</summary>
enum FieldKind
{
    String,
    Bool,
    Int,
    Long,
    Uri,
    Enum,
    StringArray,
    StringList,
    StringMap,
    File,
}
