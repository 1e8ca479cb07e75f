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
            is not { } parent || body.UsesOf(parent).Any(use => !IsIdle(use, body)))
            return;
        var type = ((INamedTypeSymbol)parent.Type).TypeArguments[0];
        if (ResourceTypeParser.IsRegistered(type, body.Compilation))
            body.Report(Descriptors.ParentIsIgnored, parent.FirstLocation(), body.Host.ShortName(), parent.Name, type.ShortName());
    }

    // _ = parent; nameof(parent); and what is only written to a log or tested for nothing asks nobody for anything.
    static bool IsIdle(IOperation use, MethodBody body, int depth = 3)
    {
        for (var (inner, current) = (use, use.Parent); current is not null; (inner, current) = (current, current.Parent))
        {
            switch (current)
            {
                case INameOfOperation or IThrowOperation:
                    return true;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } }:
                    return AreIdle(local, body, depth);
                case ISimpleAssignmentOperation assignment:
                    return assignment.Target is IDiscardOperation;
                case IVariableDeclaratorOperation { Symbol: var local }:
                    return AreIdle(local, body, depth);
                case IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call } when IsDropped(parameter, call, body, depth):
                    return true;
                case IInvocationOperation call when call.IsSaidOnly() && call.TargetMethod.Name != "FromResult":
                    return true;
                case IConditionalOperation condition when condition.Condition == inner:
                    return true;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test
                    when !IsNothing(test.LeftOperand) && !IsNothing(test.RightOperand):
                case IIsPatternOperation { Pattern: var pattern } when !TestsForNothing(pattern):
                case IInvocationOperation
                {
                    TargetMethod.Name: not ("ToString" or "Format" or "Concat" or "Join" or "Trim" or "IsNullOrEmpty" or "IsNullOrWhiteSpace"),
                }:
                case IExpressionStatementOperation or IReturnOperation:
                    return false;
            }
        }
        return false;
    }

    static bool AreIdle(ILocalSymbol local, MethodBody body, int depth) => depth > 0 && body.All<ILocalReferenceOperation>()
        .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local) &&
            use.Parent is not ISimpleAssignmentOperation { Target: ILocalReferenceOperation })
        .All(use => IsIdle(use, body, depth - 1));

    // A local function or a method beside it that takes the parent, and does nothing with it.
    static bool IsDropped(IParameterSymbol parameter, IInvocationOperation call, MethodBody body, int depth) => depth > 0 &&
        call.TargetMethod.MethodKind is MethodKind.LocalFunction or MethodKind.Ordinary && parameter.ContainingType?.Same(body.Host) == true &&
            call.Code() is { } code &&
        code.Descendants().OfType<IParameterReferenceOperation>().Where(use => call.Takes(use.Parameter) && use.Parameter.Ordinal == parameter.Ordinal)
            .All(use => IsIdle(use, body, depth - 1));

    static bool IsNothing(IOperation value) => value.Bare() is { ConstantValue: { HasValue: true, Value: null or "" or 0 } } or IDefaultValueOperation ||
        value.Bare() is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };

    static bool TestsForNothing(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsNothing(constant.Value),
        INegatedPatternOperation negated => TestsForNothing(negated.Pattern),
        IBinaryPatternOperation both => TestsForNothing(both.LeftPattern) && TestsForNothing(both.RightPattern),
        _ => false,
    };
}
