using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>How a model becomes a resource: by the author's static method, or property by property.</summary>
/// <param name="Method">Name of the author's method <c>static … Map(model, builder)</c>; null for mapping by attributes.</param>
/// <param name="Properties">Mapped properties in declaration order; empty when there is a method.</param>
/// <param name="IdRule">How the id comes from the model, as an expression; null when it cannot be seen.</param>
sealed record MappingModel(string? Method, EquatableArray<MappedPropertyModel> Properties, string? IdRule);

/// <summary>A property with <c>[Map]</c> or <c>[Profile]</c>.</summary>
/// <param name="Property">Name, escaped.</param>
/// <param name="Target">Name of the member of <c>Baton.To</c>; null for a profile entry.</param>
/// <param name="ProfileKey">Key in the profile; null for a part of the resource.</param>
/// <param name="Conversion">How the value reaches the builder's method.</param>
sealed record MappedPropertyModel(string Property, string? Target, string? ProfileKey, ValueConversion Conversion);

/// <summary>What is done to a property's value before the builder sees it.</summary>
enum ValueConversion
{
    /// <summary>Nothing: the builder has an overload for the type.</summary>
    None,

    /// <summary><c>?.ToString()</c> for enums, Guid, Uri.</summary>
    Text,

    /// <summary>A <c>DateTime</c>, which counts as UTC.</summary>
    UtcDateTime,

    /// <summary>A nullable bool or number to which a non-nullable overload applies: skipped when null.</summary>
    SkipNull,
}
