using Baton.Generators.Diagnostics;
using Baton.Generators.Emit;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers;

/// <summary>What running installations were given, and the configuration no longer takes; and what it needs and they were never asked for.</summary>
sealed class SettingComparison(EquatableArray<ShapeSettingModel> before, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    public void Check(INamedTypeSymbol type)
    {
        if (ConfigParser.Parse(type, compilation, SilentSink.Instance, cancellationToken) is not { } config)
            return;
        var now = ShapeParts.Of(config);
        var place = AttributeReader.Of(type, KnownTypes.ConnectorConfig, cancellationToken)?.Target ?? type.FirstLocation();
        var gone = before.Where(setting => now.All(other => other.Name != setting.Name)).ToList();
        var added = now.Where(setting => before.All(other => other.Name != setting.Name)).ToList();
        // When one name went and one came, the one became the other.
        var renamed = gone.Count == 1 && added.Count == 1 ? added[0] : null;
        foreach (var setting in gone)
        {
            sink.Report(Descriptors.SettingChanged, renamed is null ? place : PlaceOf(type, config, renamed.Name) ?? place, setting.Name,
                renamed is null ? "is gone" : $"is '{renamed.Name}' now", "keep the name");
        }
        foreach (var setting in now)
        {
            var known = before.FirstOrDefault(other => other.Name == setting.Name);
            var problem = known is null ? Missing(setting, renamed)
                : known.Type != setting.Type ? ($"was of type {known.Type} and is of type {setting.Type} now", "keep the type, or add a setting beside it")
                : setting.Required && !known.Required ? ("could be left out and is required now", "give it a default")
                : default((string What, string Advice)?);
            if (problem is { } found)
                sink.Report(Descriptors.SettingChanged, PlaceOf(type, config, setting.Name) ?? place, setting.Name, found.What, found.Advice);
        }
    }

    static (string What, string Advice)? Missing(ShapeSettingModel setting, ShapeSettingModel? renamed) =>
        setting.Required && renamed is null ? ("is new and required", "give it a default") : null;

    static Location? PlaceOf(INamedTypeSymbol type, ConfigModel config, string name) => config.Fields.FirstOrDefault(field => field.Name == name) is { } field
        ? type.Properties().FirstOrDefault(property => property.EscapedName() == field.Property)?.FirstLocation()
        : null;
}
