using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>Runs all analyzers of the assembly.</summary>
static class Analysis
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(ConnectorGenerator).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The diagnostics of our analyzers, by place. An exception in an analyzer fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, AnalyzerOptions? options = null)
    {
        var failures = new List<Exception>();
        var settings = new CompilationWithAnalyzersOptions(
            options ?? new AnalyzerOptions([]), (failure, _, _) => failures.Add(failure), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await new CompilationWithAnalyzers(compilation, Analyzers, settings)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(failures);
        return
        [
            .. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }
}
