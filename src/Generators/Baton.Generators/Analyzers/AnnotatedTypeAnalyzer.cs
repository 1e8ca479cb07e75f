using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers;

/// <summary>Calls an analysis for each class; the compilation's index is shared by all calls.</summary>
public abstract class AnnotatedTypeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var index = new SharedIndex(start.Compilation);
            start.RegisterSymbolAction(symbol => Analyze((INamedTypeSymbol)symbol.Symbol, symbol, index), SymbolKind.NamedType);
        });
    }

    private protected abstract void Analyze(INamedTypeSymbol type, SymbolAnalysisContext context, SharedIndex index);

    private protected static IParseSink SinkOf(SymbolAnalysisContext context) => new ReportingSink(context.ReportDiagnostic);
}
