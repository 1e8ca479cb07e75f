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
        var reader = new Project();
        var project = context.CompilationProvider.Select(reader.Read);
        var marked = project.Select(static (project, _) => project.Types);
        var resourceTypes = marked.SelectMany(static (types, _) => types.ResourceTypes.Items.Select(static type => type.Type)).WithTrackingName(TrackingNames.ResourceTypes);
        var configs = marked.SelectMany(static (types, _) => types.Configs.Items).WithTrackingName(TrackingNames.Configs);
        var connectors = marked.SelectMany(static (types, _) => types.Connectors.Items).WithTrackingName(TrackingNames.Connectors);
        var generateEntryPoint = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => OptionsParser.GenerateEntryPoint(options.GlobalOptions))
            .WithTrackingName(TrackingNames.Options);
        var compilation = project.Select(static (project, _) => project.Compilation).WithTrackingName(TrackingNames.Compilation);

        // What is of all types is taken out before it is worked on: mostly it is as it was.
        var clashing = marked.Select(static (types, _) => types.Names())
            .Select(static (names, _) => HintName.Clashing(names))
            .WithTrackingName(TrackingNames.ClashingNames);

        var manifestTypes = marked.Select(static (types, _) => EquatableArray.From(types.ResourceTypes.Select(static type => type.Manifest)))
            .Select(static (types, _) => ManifestParts.Ordered(types))
            .WithTrackingName(TrackingNames.ManifestTypes);
        var config = marked.Select(static (types, _) => types.Configs.OrderBy(static c => c.Host.MetadataName, StringComparer.Ordinal).FirstOrDefault());
        var manifests = connectors.Select(static (connector, _) => ManifestParts.Of(connector))
            .Combine(manifestTypes).Combine(config).Combine(compilation.Select(static (facts, _) => facts.Version))
            .Select(static (all, _) => new ManifestModel(all.Left.Left.Left, all.Right, all.Left.Right, all.Left.Left.Right))
            .WithTrackingName(TrackingNames.Manifests);

        var entryPoint = connectors.Select(static (connector, _) => connector.Host.Type).Collect()
            .Combine(compilation.Select(static (facts, _) => facts.NeedsEntryPoint)).Combine(generateEntryPoint)
            .Select(static (all, _) => all.Right && all.Left.Right && all.Left.Left.Length == 1 ? all.Left.Left[0] : null)
            .WithTrackingName(TrackingNames.EntryPoint);

        var shapeTypes = marked.Select(static (types, _) => EquatableArray.From(types.ResourceTypes.Select(static type => type.Shape).OfType<ShapePartModel>()))
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
}
