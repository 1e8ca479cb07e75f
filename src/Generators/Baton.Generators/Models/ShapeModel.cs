using Baton.Generators.Helpers;

namespace Baton.Generators.Models;

/// <summary>
/// What C1 remembers of a connector between two of its versions: <c>connector.shape.json</c>. Written from the code, and read back when
/// the code has changed.
/// </summary>
/// <param name="Capabilities">Names of <c>c1.connector.v2.Capability</c> that the connector's class itself has.</param>
/// <param name="ResourceTypes">Ordered by id.</param>
/// <param name="Settings">Ordered by name.</param>
sealed record ShapeModel(
    string Connector, EquatableArray<string> Capabilities, EquatableArray<ShapeTypeModel> ResourceTypes, EquatableArray<ShapeSettingModel> Settings);

/// <summary>What C1 remembers of a resource type.</summary>
/// <param name="IdRule">How the id comes from the model, as an expression; null when it cannot be seen.</param>
/// <param name="AtRoot">Whether resources are listed without a parent.</param>
/// <param name="Parents">Ids of resource types.</param>
/// <param name="Traits">Names of the enum members of <c>Baton.Trait</c>.</param>
/// <param name="Entitlements">Slugs that are declared.</param>
/// <param name="Capabilities">Names of <c>c1.connector.v2.Capability</c>.</param>
sealed record ShapeTypeModel(
    string Id,
    string? IdRule,
    bool AtRoot,
    EquatableArray<string> Parents,
    EquatableArray<string> Traits,
    EquatableArray<string> Entitlements,
    EquatableArray<string> Capabilities);

/// <summary>What C1 remembers of a setting.</summary>
/// <param name="Type">The kind of value, as forms know it.</param>
sealed record ShapeSettingModel(string Name, string Type, bool Required);

/// <summary>The shape of one class, in which parents are still classes.</summary>
/// <param name="Class">Full name of the class with <c>global::</c>.</param>
sealed record ShapePartModel(string Class, ShapeTypeModel Shape);
