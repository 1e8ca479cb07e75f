using System.Collections.Immutable;
using System.Globalization;
using Baton.Generators.Analyzers.Tests.Support;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>
/// Parsers meet every state of a file that is being typed. They never throw, and they never refuse a class without somebody, they or the
/// compiler, having said why. What is generated for code that nobody objects to compiles.
/// </summary>
/// <remarks>BATON_TEST_MUTATIONS is the number of rounds for each connector, every one of them with the generator and all analyzers.</remarks>
public sealed class MutationTests
{
    static readonly string? Asked = Environment.GetEnvironmentVariable("BATON_TEST_MUTATIONS");
    static readonly int Rounds = Asked is null ? 100 : int.Parse(Asked, CultureInfo.InvariantCulture);
    static readonly int RoundsPerAnalysis = Asked is null ? 10 : 1;
    // Each compiler that the tests run on gets mutations of its own.
    static readonly int Seed = typeof(Compilation).Assembly.GetName().Version!.Minor * 1_000_000;
    static readonly TimeSpan Limit = Asked is null ? TimeSpan.FromMinutes(2) : TimeSpan.FromHours(1);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    delegate object? Parser(INamedTypeSymbol type, Compilation compilation, IParseSink sink);

    static readonly (string Attribute, Parser Parse)[] Parsers =
    [
        (KnownTypes.ResourceType, static (type, compilation, sink) => ResourceTypeParser.Parse(type, compilation, sink, Token)),
        (KnownTypes.Connector, static (type, compilation, sink) => ConnectorParser.Parse(type, compilation, sink, Token)),
        (KnownTypes.ConnectorConfig, static (type, compilation, sink) => ConfigParser.Parse(type, compilation, sink, Token)),
    ];

    public static TheoryData<string> Names => [.. Connectors.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Parsers_survive_mutated_sources(string name)
    {
        var (accepted, refused) = (0, 0);
        var files = Connectors.Files(name).ToList();
        var original = TestCompilation.Create(files);
        var start = TimeProvider.System.GetTimestamp();
        for (var round = 0; round < Rounds && TimeProvider.System.GetElapsedTime(start) < Limit; round++)
        {
            var random = new Random(unchecked(HashCode(name) + Seed + round));
            var tree = original.SyntaxTrees[random.Next(files.Count - 1)];
            var text = Mutations.Apply(tree.GetText(Token).ToString(), random);
            var mutated = original.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath,
                cancellationToken: Token));
            try
            {
                foreach (var usable in ParseAll(mutated, text))
                    _ = usable ? accepted++ : refused++;
                // Slower, so not every time: the generator and all analyzers, whose failures show as assertions.
                if (round % RoundsPerAnalysis == 0)
                {
                    var output = mutated.WithGeneratedCode();
                    CheckGenerated(output, await Analysis.RunAsync(output), text);
                }
            }
            catch (Exception failure) when (failure is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"Round {round} of {name}: {failure}\n{text}");
            }
        }
        Assert.True(accepted > 0 && refused > 0, $"{accepted} models and {refused} refusals: the mutations are too wild or too tame.");
    }

    [Fact]
    public async Task A_call_on_a_name_that_is_still_missing_is_no_matter()
    {
        var compilation = TestCompilation.Create([("Prelude.cs", TestCompilation.Prelude), ("Test.cs", """
            public sealed record Row(string Id);

            [ResourceType("row")]
            public sealed partial class Rows
            {
                public IEnumerable<Row> ListAsync() => .All();

                static IEnumerable<Row> All() => [];

                static void Map(Row row, PlainBuilder r) => r.Id(.Part());

                static string Part() => "";
            }
            """)]);
        await Analysis.RunAsync(compilation.WithGeneratedCode());
    }

    // Warnings too: many projects make errors of them.
    static void CheckGenerated(Compilation output, ImmutableArray<Diagnostic> reported, string text)
    {
        var all = output.GetDiagnostics(Token).Concat(reported).ToLookup(IsGenerated);
        if (!all[false].Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) &&
            all[true].FirstOrDefault(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed) is { } bad)
            Assert.Fail($"Nobody objects, but what is generated is not right: {bad}\n{text}");
    }

    static bool IsGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    static IEnumerable<bool> ParseAll(CSharpCompilation compilation, string text)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var semantics = compilation.GetSemanticModel(tree);
            foreach (var declaration in tree.GetRoot(Token).DescendantNodes().OfType<TypeDeclarationSyntax>())
            {
                if (semantics.GetDeclaredSymbol(declaration, Token) is not { } type)
                    continue;
                foreach (var (attribute, parse) in Parsers)
                {
                    if (type.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == attribute))
                        yield return Check(type, compilation, text, parse);
                }
            }
        }
    }

    /// <returns>Whether there is a model.</returns>
    static bool Check(INamedTypeSymbol type, Compilation compilation, string text, Parser parse)
    {
        var reported = new List<Diagnostic>();
        var model = parse(type, compilation, new ReportingSink(reported.Add));
        Assert.All(reported, static diagnostic => Assert.False(string.IsNullOrEmpty(diagnostic.GetMessage())));
        Assert.Equal(model, parse(type, compilation, SilentSink.Instance));
        if (model is null && !reported.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) &&
            !compilation.GetDiagnostics(Token).Any(IsError))
            Assert.Fail($"{type} was refused without a word:\n{text}");
        return model is not null;
    }

    // That a resource type does not implement its interface is so in every source without generated code.
    static bool IsError(Diagnostic diagnostic) => diagnostic is { Severity: DiagnosticSeverity.Error, Id: not "CS0311" };

    // string.GetHashCode differs from run to run, and a failure must come again.
    static int HashCode(string text) => text.Aggregate(17, static (hash, character) => unchecked((hash * 31) + character));
}
