using Baton.Generators.Models;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>The models of all annotated classes of a compilation, by metadata name.</summary>
sealed record Parsed(
    IReadOnlyDictionary<string, ConnectorModel> Connectors,
    IReadOnlyDictionary<string, ConfigModel> Configs,
    IReadOnlyDictionary<string, ResourceTypeModel> ResourceTypes)
{
    public static Parsed Corpus(string name) => Of(TestCompilation.Create(Support.Connectors.Files(name)));

    public static Parsed Source(string source) => Of(TestCompilation.Create([("Prelude.cs", TestCompilation.Prelude), ("Test.cs", source)]));

    public static Parsed Of(CSharpCompilation compilation)
    {
        var index = Analyzers.ConnectorIndex.Of(compilation, Token);
        return new(
            Models(index.Connectors, type => ConnectorParser.Parse(type, compilation, Sink, Token), static model => model.Host),
            Models(index.Configs, type => ConfigParser.Parse(type, compilation, Sink, Token), static model => model.Host),
            Models(index.ResourceTypes, type => ResourceTypeParser.Parse(type, compilation, Sink, Token), static model => model.Host));
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    static readonly ReportingSink Sink = new(static diagnostic => Assert.Fail(diagnostic.ToString()));

    static Dictionary<string, T> Models<T>(IEnumerable<INamedTypeSymbol> types, Func<INamedTypeSymbol, T?> parse, Func<T, HostModel> host)
        where T : class => types.Select(type => parse(type) ?? throw new InvalidOperationException($"{type} has no model."))
            .ToDictionary(model => host(model).MetadataName);
}
