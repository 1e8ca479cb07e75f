using Baton.Generators.Diagnostics;
using Baton.Generators.Emit;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers;

/// <summary>What a class has lost since the shape was written. Each class answers for itself, so that a change shows while it is typed.</summary>
sealed class ShapeComparison(ShapeModel before, ConnectorIndex index, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    public void Check(INamedTypeSymbol type, bool isConnector)
    {
        if (isConnector)
            CheckConnector(type);
        if (AttributeReader.Of(type, KnownTypes.ResourceType, cancellationToken) is { } attribute)
            CheckResourceType(type, attribute);
        if (index.Configs is [var config, ..] && config.Same(type))
            new SettingComparison(before.Settings, compilation, sink, cancellationToken).Check(type);
    }

    void CheckConnector(INamedTypeSymbol type)
    {
        var place = AttributeReader.Of(type, KnownTypes.Connector, cancellationToken)?.Target ?? type.FirstLocation();
        if (Renamed() is null)
        {
            foreach (var gone in Gone())
                sink.Report(Descriptors.ResourceTypeIsGone, place, gone, "no class has it any more");
        }
        if (index.Configs.IsEmpty)
        {
            foreach (var setting in before.Settings)
                sink.Report(Descriptors.SettingChanged, place, setting.Name, "is gone", "keep it");
        }
        if (ConnectorParser.Parse(type, compilation, SilentSink.Instance, cancellationToken) is { } now)
        {
            foreach (var capability in before.Capabilities.Except(ShapeParts.Of(now)))
                sink.Report(Descriptors.CapabilityIsGone, place, $"Connector '{now.Name}'", capability);
        }
    }

    void CheckResourceType(INamedTypeSymbol type, AttributeReader attribute)
    {
        var id = IdOf(type);
        if (id is not null && Renamed() is var (old, renamed) && renamed == id)
            sink.Report(Descriptors.ResourceTypeIsGone, attribute.At(0), old, $"is '{id}' now");
        if (before.ResourceTypes.FirstOrDefault(known => known.Id == id) is { } known &&
            ResourceTypeParser.Parse(type, compilation, SilentSink.Instance, cancellationToken) is { } model)
        {
            new TypeComparison(known, ShapeParts.Resolve(ShapeParts.Of(model), IdOf), Declared(), sink, cancellationToken)
                .Check(type, attribute, model, compilation);
        }
    }

    /// <summary>When one id went and one came, the one became the other.</summary>
    (string Old, string New)? Renamed() =>
        Gone().ToList() is [var old] && Declared().Except(before.ResourceTypes.Select(static type => type.Id)).ToList() is [var added] ? (old, added) : null;

    IEnumerable<string> Gone() => before.ResourceTypes.Select(static type => type.Id).Except(Declared());

    IEnumerable<string> Declared() => index.ResourceTypes.Select(IdOf).OfType<string>();

    string? IdOf(INamedTypeSymbol type) =>
        AttributeReader.Of(type, KnownTypes.ResourceType, cancellationToken)?.Text(0) is { } id ? ShapeParts.Plain(id) : null;

    string? IdOf(string name) => index.ResourceTypes.FirstOrDefault(type => type.PlainFullName() == name) is { } found ? IdOf(found) : null;
}
