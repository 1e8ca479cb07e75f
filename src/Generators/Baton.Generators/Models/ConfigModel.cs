using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>The record marked with <c>[ConnectorConfig]</c>.</summary>
sealed record ConfigModel(HostModel Host, EquatableArray<ConfigFieldModel> Fields);

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
    EquatableArray<EnumMemberModel> EnumMembers);

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
}
