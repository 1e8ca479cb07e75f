using Baton.Generators.Analyzers.Tests.Support;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>
/// Parsers meet every state of a file that is being typed. They never throw, and they never refuse a class without somebody, they or the
/// compiler, having said why.
/// </summary>
public sealed class MutationTests
{
    const int Rounds = 200;
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Names => [.. Connectors.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parsers_survive_mutated_sources(string name)
    {
        var files = Connectors.Files(name).ToList();
        var original = TestCompilation.Create(files);
        var start = TimeProvider.System.GetTimestamp();
        for (var round = 0; round < Rounds && TimeProvider.System.GetElapsedTime(start) < Limit; round++)
        {
            var random = new Random(HashCode(name) + round);
            var tree = original.SyntaxTrees[random.Next(files.Count - 1)];
            var text = Mutations.Apply(tree.GetText(TestContext.Current.CancellationToken).ToString(), random);
            var mutated = original.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath,
                cancellationToken: TestContext.Current.CancellationToken));
            try
            {
                ParseAll(mutated, text);
            }
            catch (Exception failure) when (failure is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"Round {round} of {name}: {failure}\n{text}");
            }
        }
    }

    static void ParseAll(CSharpCompilation compilation, string text)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var semantics = compilation.GetSemanticModel(tree);
            foreach (var declaration in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<TypeDeclarationSyntax>())
            {
                if (semantics.GetDeclaredSymbol(declaration, TestContext.Current.CancellationToken) is not { } type)
                    continue;
                Check(type, KnownTypes.ResourceType, compilation, text, static (t, c, sink) => ResourceTypeParser.Parse(t, c, sink, TestContext.Current.CancellationToken));
                Check(type, KnownTypes.Connector, compilation, text, static (t, c, sink) => ConnectorParser.Parse(t, c, sink, TestContext.Current.CancellationToken));
                Check(type, KnownTypes.ConnectorConfig, compilation, text, static (t, c, sink) => ConfigParser.Parse(t, c, sink, TestContext.Current.CancellationToken));
            }
        }
    }

    static void Check(INamedTypeSymbol type, string attribute, Compilation compilation, string text, Func<INamedTypeSymbol, Compilation, IParseSink, object?> parse)
    {
        if (!type.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == attribute))
            return;
        var reported = new List<Diagnostic>();
        var model = parse(type, compilation, new ReportingSink(reported.Add));
        Assert.All(reported, static diagnostic => Assert.False(string.IsNullOrEmpty(diagnostic.GetMessage())));
        Assert.Equal(model, parse(type, compilation, SilentSink.Instance));
        if (model is null && !reported.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) &&
            !compilation.GetDiagnostics(TestContext.Current.CancellationToken).Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            Assert.Fail($"{type} was refused without a word:\n{text}");
    }

    // string.GetHashCode differs from run to run, and a failure must come again.
    static int HashCode(string text) => text.Aggregate(17, static (hash, character) => unchecked((hash * 31) + character));
}
