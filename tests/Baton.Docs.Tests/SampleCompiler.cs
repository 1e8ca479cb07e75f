using System.Collections.Immutable;
using Baton.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Docs.Tests;

/// <summary>Compiles a sample as a user's project would: with the generator, the analyzers and implicit usings.</summary>
static class SampleCompiler
{
    const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp13);

    static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(ConnectorGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>All errors and warnings that the user would see, as text.</summary>
    internal static async Task<IReadOnlyList<string>> ProblemsAsync(IEnumerable<string> sources, CancellationToken cancellationToken)
    {
        var compilation = CSharpCompilation.Create(
            "Sample",
            sources.Append(ImplicitUsings).Select(source => CSharpSyntaxTree.ParseText(source, Parse, cancellationToken: cancellationToken)),
            References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new ConnectorGenerator().AsSourceGenerator()], parseOptions: Parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var reported, cancellationToken);
        var analyzed = await generated.WithAnalyzers(Analyzers).GetAllDiagnosticsAsync(cancellationToken);
        return [.. reported.Concat(analyzed).Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString())];
    }
}
