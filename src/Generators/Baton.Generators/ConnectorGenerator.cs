using Baton.Generators.Emit;
using Baton.Generators.Helpers;
using Baton.Generators.Incremental;
using Baton.Generators.Models;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Baton.Generators;

/// <summary>
/// The pipeline. Each marked class is parsed to a model by itself and gives a file by itself; the manifest depends on reduced models
/// only, so that most edits leave it as it is.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ConnectorGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var resourceTypes = Models<ParsedResourceType>(context, KnownTypes.ResourceType, ParsedResourceType.Of, TrackingNames.ResourceTypes);
        var configs = Models<ConfigModel>(context, KnownTypes.ConnectorConfig, ConfigParser.Parse, TrackingNames.Configs);
        var connectors = Models<ConnectorModel>(context, KnownTypes.Connector, ConnectorParser.Parse, TrackingNames.Connectors);
        var generateEntryPoint = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => OptionsParser.GenerateEntryPoint(options.GlobalOptions))
            .WithTrackingName(TrackingNames.Options);
        var compilation = context.CompilationProvider
            .Select(CompilationParser.Parse)
            .WithTrackingName(TrackingNames.Compilation);

        var clashing = resourceTypes.Select(static (type, _) => type.Host.MetadataName).Collect()
            .Combine(configs.Select(static (config, _) => config.Host.MetadataName).Collect())
            .Combine(connectors.Select(static (connector, _) => connector.Host.MetadataName).Collect())
            .Select(static (names, _) => HintName.Clashing([.. names.Left.Left, .. names.Left.Right, .. names.Right]))
            .WithTrackingName(TrackingNames.ClashingNames);

        var manifestTypes = resourceTypes.Select(static (type, _) => type.Model is null ? null : ManifestParts.Of(type.Model)).Collect()
            .Select(static (types, _) => ManifestParts.Ordered(types))
            .WithTrackingName(TrackingNames.ManifestTypes);
        var config = configs.Collect().Select(static (all, _) => all.OrderBy(static c => c.Host.MetadataName, StringComparer.Ordinal).FirstOrDefault());
        var manifests = connectors.Select(static (connector, _) => ManifestParts.Of(connector))
            .Combine(manifestTypes).Combine(config).Combine(compilation.Select(static (facts, _) => facts.Version))
            .Select(static (all, _) => new ManifestModel(all.Left.Left.Left, all.Right, all.Left.Right, all.Left.Left.Right))
            .WithTrackingName(TrackingNames.Manifests);

        var entryPoint = connectors.Select(static (connector, _) => connector.Host.Type).Collect()
            .Combine(compilation.Select(static (facts, _) => facts.NeedsEntryPoint)).Combine(generateEntryPoint)
            .Select(static (all, _) => all.Right && all.Left.Right && all.Left.Left.Length == 1 ? all.Left.Left[0] : null)
            .WithTrackingName(TrackingNames.EntryPoint);

        var shapeTypes = resourceTypes.Select(static (type, _) => type.Model is null ? null : ShapeParts.Of(type.Model)).Collect()
            .Select(static (types, _) => EquatableArray.From(types.OfType<ShapePartModel>()))
            .WithTrackingName(TrackingNames.ShapeTypes);
        var keepsShape = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => OptionsParser.KeepsShape(options.GlobalOptions));
        var shape = connectors.Collect().Combine(shapeTypes).Combine(config).Combine(keepsShape)
            .Select(static (all, _) => all.Right && all.Left.Left.Left is [var connector] ? ShapeParts.Whole(connector, all.Left.Left.Right, all.Left.Right) : null)
            .WithTrackingName(TrackingNames.Shapes);

        context.RegisterSourceOutput(resourceTypes.Combine(clashing), static (output, item) =>
            Output.Add(output, item.Left.Host, "ResourceType", item.Right, item.Left, static type =>
                type.Model is null ? FaultyResourceTypeEmitter.Write(type.Host) : ResourceTypeEmitter.Write(type.Model)));
        context.RegisterSourceOutput(configs.Combine(clashing), static (output, item) =>
            Output.Add(output, item.Left.Host, "Config", item.Right, item.Left, ConfigEmitter.Write));
        context.RegisterSourceOutput(connectors.Combine(clashing), static (output, item) =>
            Output.Add(output, item.Left.Host, "Connector", item.Right, item.Left, ConnectorEmitter.Write));
        context.RegisterSourceOutput(manifests.Combine(clashing), static (output, item) =>
            Output.Add(output, item.Left.Connector.Host, "Manifest", item.Right, item.Left, ManifestEmitter.Write));
        context.RegisterSourceOutput(entryPoint, static (output, connector) =>
        {
            if (connector is not null)
                Output.Add(output, "Baton.EntryPoint.g.cs", connector, connector, EntryPointEmitter.Write);
        });
        context.RegisterSourceOutput(shape, static (output, shape) =>
        {
            if (shape is not null)
                Output.Add(output, ShapeEmitter.HintName, shape.Connector, shape, ShapeEmitter.Write);
        });
    }

    static IncrementalValuesProvider<T> Models<T>(
        IncrementalGeneratorInitializationContext context, string attribute, AnnotatedTypes<T>.Parser parse, string trackingName)
        where T : class
    {
        var types = new AnnotatedTypes<T>(attribute, parse);
        return context.CompilationProvider.SelectMany(types.Models).WithTrackingName(trackingName);
    }
}
