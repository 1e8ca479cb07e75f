using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Calls an analysis for the code of each method that the runtime calls, and of its helpers.</summary>
public abstract class MethodBodyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is not IMethodSymbol method)
                return;
            if (MethodRoles.Of(method) is not MethodRole.None and var role)
                Analyze(new(method, role, false, block));
            else if (HelperMethods.RoleOf(method, block.CancellationToken) is not MethodRole.None and var inherited)
                AnalyzeHelper(new(method, inherited, true, block));
        });
    }

    private protected abstract void Analyze(MethodBody body);

    /// <summary>For a method that those which the runtime calls leave a part of their work to.</summary>
    private protected virtual void AnalyzeHelper(MethodBody body)
    {
    }
}
