using Baton.Generators.Emit;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Incremental;

/// <summary>A resource type, and what of it goes into the files of the whole program.</summary>
sealed record ReadResourceType(ParsedResourceType Type, ManifestResourceTypeModel? Manifest, ShapePartModel? Shape);

/// <summary>The models of the marked types of a file, or of all files.</summary>
sealed record MarkedTypes(EquatableArray<ReadResourceType> ResourceTypes, EquatableArray<ConfigModel> Configs, EquatableArray<ConnectorModel> Connectors)
{
    public static MarkedTypes None { get; } =
        new(EquatableArray<ReadResourceType>.Empty, EquatableArray<ConfigModel>.Empty, EquatableArray<ConnectorModel>.Empty);

    public static MarkedTypes In(FileFacts file, Compilation compilation, CancellationToken cancellationToken)
    {
        if (file.Candidates.Length == 0)
            return None;
        var types = file.Candidates.Select(candidate => (candidate, Type: TypeOf(candidate, compilation, cancellationToken))).Where(static found => found.Type is not null).ToList();
        return new(
            EquatableArray.From(Parsed(KnownTypes.ResourceType, ParsedResourceType.Of).Select(Read)),
            EquatableArray.From(Parsed(KnownTypes.ConnectorConfig, ConfigParser.Parse)),
            EquatableArray.From(Parsed(KnownTypes.Connector, ConnectorParser.Parse)));

        IEnumerable<T> Parsed<T>(string attribute, Func<INamedTypeSymbol, Compilation, IParseSink, CancellationToken, T?> parse)
            where T : class => types
            .Where(found => IsFirst(found.Type!, found.candidate, attribute))
            .Select(found => parse(found.Type!, compilation, SilentSink.Instance, cancellationToken)).OfType<T>();
    }

    public static MarkedTypes Of(IReadOnlyCollection<MarkedTypes> files) => new(
        EquatableArray.From(files.SelectMany(static file => file.ResourceTypes)),
        EquatableArray.From(files.SelectMany(static file => file.Configs)),
        EquatableArray.From(files.SelectMany(static file => file.Connectors)));

    /// <summary>The metadata names of all of them.</summary>
    public EquatableArray<string> Names() => new(
        [
            .. ResourceTypes.Select(static type => type.Type.Host.MetadataName),
            .. Configs.Select(static config => config.Host.MetadataName),
            .. Connectors.Select(static connector => connector.Host.MetadataName),
        ]);

    static INamedTypeSymbol? TypeOf(TypeDeclarationSyntax candidate, Compilation compilation, CancellationToken cancellationToken) =>
        compilation.GetSemanticModel(candidate.SyntaxTree).GetDeclaredSymbol(candidate, cancellationToken) as INamedTypeSymbol;

    // A mistaken second attribute on another part of the type is the compiler's to report; it must not make a second model.
    static bool IsFirst(INamedTypeSymbol type, TypeDeclarationSyntax candidate, string attribute) =>
        type.GetAttributes().FirstOrDefault(data => data.AttributeClass.Is(attribute))?.ApplicationSyntaxReference is { } place
        && place.SyntaxTree == candidate.SyntaxTree && candidate.AttributeLists.Any(list => list.Span.Contains(place.Span));

    static ReadResourceType Read(ParsedResourceType type) => new(
        type, type.Model is null ? null : ManifestParts.Of(type.Model), type.Model is null ? null : ShapeParts.Of(type.Model));
}
