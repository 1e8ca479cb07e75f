using System.Collections.Immutable;
using Baton.Generators.Baseline;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers;

/// <summary>Compares the code with <c>connector.shape.json</c>: what C1 remembers from the last version must still be there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.ResourceTypeIsGone, Descriptors.EntitlementIsGone, Descriptors.IdRuleChanged, Descriptors.ParentChanged, Descriptors.TraitIsGone,
        Descriptors.CapabilityIsGone, Descriptors.SettingChanged, Descriptors.ShapeFileIsBroken,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    static void Start(CompilationStartAnalysisContext start)
    {
        if (OptionsParser.AcceptsShape(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions) ||
            ShapeFile.Of(start.Options.AdditionalFiles, start.CancellationToken) is not { } file)
            return;
        if (file.Shape is not { } before)
        {
            start.RegisterAdditionalFileAction(context =>
            {
                if (context.AdditionalFile.Path == file.Path)
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.ShapeFileIsBroken, file.Place, ShapeFile.Name, file.Fault));
            });
            return;
        }
        var index = new SharedIndex(start.Compilation);
        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                var all = index.Get(context.CancellationToken);
                // Two connectors, or none, have no shape; the first is an error of its own.
                if (all.Connectors is [var connector])
                    new ShapeComparison(before, all, context.Compilation, new ReportingSink(context.ReportDiagnostic), context.CancellationToken).Check(type, connector.Same(type));
            },
            SymbolKind.NamedType);
    }
}
