using Baton.Generators.Helpers;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>Reduces models to what C1 remembers of them.</summary>
static class ShapeParts
{
    public static ShapePartModel Of(ResourceTypeModel type) => new(type.Host.Type, new(
        Plain(type.Id),
        type.Mapping.IdRule is { } rule ? Plain(rule) : null,
        type.Lists.Any(static list => list.Parent is null),
        new([.. type.Lists.Select(static list => list.Parent).OfType<string>()]),
        Sorted(type.Traits),
        Sorted(type.Entitlements.Select(static entitlement => entitlement.Slug)),
        Sorted(Capabilities.Of(type))));

    public static EquatableArray<ShapeSettingModel> Of(ConfigModel? config) => config is null ? EquatableArray<ShapeSettingModel>.Empty : new(
        [.. config.Fields.Select(static field => new ShapeSettingModel(field.Name, Kind(field.Kind), field.Required)).OrderBy(static field => field.Name, StringComparer.Ordinal)]);

    public static EquatableArray<string> Of(ConnectorModel connector) => Sorted(Capabilities.Of(connector));

    /// <summary>The shape with ids for the classes of its parents.</summary>
    public static ShapeTypeModel Resolve(ShapePartModel part, Func<string, string?> idOf) =>
        part.Shape with { Parents = Sorted(part.Shape.Parents.Select(idOf).OfType<string>()) };

    public static ShapeModel Whole(ConnectorModel connector, EquatableArray<ShapePartModel> parts, ConfigModel? config)
    {
        var ids = parts.Items.ToLookup(static part => part.Class, static part => part.Shape.Id, StringComparer.Ordinal);
        return new(
            Plain(connector.Name),
            Of(connector),
            new([.. parts.Select(part => Resolve(part, name => ids[name].FirstOrDefault())).OrderBy(static type => type.Id, StringComparer.Ordinal)]),
            Of(config));
    }

    /// <summary>The text as the file has it, without what JSON escapes: on its way through MSBuild a backslash becomes a slash, as if it were in a path.</summary>
    public static string Plain(string text) => string.Concat(text.Select(static character => character switch
    {
        '"' => '\'',
        '\\' => '/',
        '\u0085' or '\u2028' or '\u2029' => '?',
        _ when char.IsControl(character) => '?',
        _ => character,
    }));

    static EquatableArray<string> Sorted(IEnumerable<string> texts) => new([.. texts.Select(Plain).Distinct().OrderBy(static text => text, StringComparer.Ordinal)]);

    // What a form shows; int and long are one there, and so are text and address.
    static string Kind(FieldKind kind) => kind switch
    {
        FieldKind.Bool => "bool",
        FieldKind.Int or FieldKind.Long => "int",
        FieldKind.Enum => "choice",
        FieldKind.StringArray or FieldKind.StringList => "string-list",
        FieldKind.StringMap => "string-map",
        FieldKind.File => "file",
        _ => "string",
    };
}
