using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Calls an analysis for the code of each method that the runtime calls.</summary>
public abstract class MethodBodyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is IMethodSymbol method && MethodRoles.Of(method) is not MethodRole.None and var role)
                Analyze(new(method, role, block));
        });
    }

    private protected abstract void Analyze(MethodBody body);
}
