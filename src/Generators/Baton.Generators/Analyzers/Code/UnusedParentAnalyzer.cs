using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>A method that is called once for each parent has to ask for that parent's children.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedParentAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ParentIsIgnored];

    private protected override void Analyze(MethodBody body)
    {
        if (body.Role != MethodRole.List || body.Method.Parameters.FirstOrDefault(static parameter => parameter.Type.Is(KnownTypes.TypedResourceKey))
            is not { } parent || body.UsesOf(parent).Any(static use => !IsIdle(use)))
            return;
        var type = ((INamedTypeSymbol)parent.Type).TypeArguments[0];
        if (ResourceTypeParser.IsRegistered(type, body.Compilation))
            body.Report(Descriptors.ParentIsIgnored, parent.FirstLocation(), body.Host.ShortName(), parent.Name, type.ShortName());
    }

    // _ = parent; and what is only written to a log asks nobody for anything.
    static bool IsIdle(IOperation use)
    {
        for (var current = use.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case ISimpleAssignmentOperation assignment:
                    return assignment.Target is IDiscardOperation;
                case IInvocationOperation call when call.IsSaidOnly() && call.TargetMethod.Name != "FromResult":
                    return true;
                case IInvocationOperation { TargetMethod.Name: not ("ToString" or "Format" or "Concat" or "Join") } or IExpressionStatementOperation or IReturnOperation or IVariableDeclaratorOperation:
                    return false;
            }
        }
        return false;
    }
}
