using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Whether anything comes of a parent: to name it, to log it and to test it for nothing asks nobody for anything.</summary>
static class ParentUse
{
    /// <summary>Variables, and methods that it is handed on to.</summary>
    const int Depth = 3;

    /// <summary>Whether a method uses a parameter that is the key of the parent.</summary>
    public static bool UsesParent(this MethodBody body, IParameterSymbol parent) =>
        body.UsesOf(parent).Any(static use => !IsIdle(use, isParent: true, Depth));

    /// <summary>Whether a method uses the parent that a key has: the id and the type of the key itself are not the parent's.</summary>
    public static bool UsesParentOf(this MethodBody body, IParameterSymbol key) =>
        body.UsesOf(key).Any(static use => !IsIdle(use, isParent: false, Depth));

    static bool IsIdle(IOperation use, bool isParent, int depth)
    {
        for (var (inner, current) = (use, use.Parent); current is not null; (inner, current) = (current, current.Parent))
        {
            switch (current)
            {
                case IPropertyReferenceOperation { Property: { Name: "Id" or "Type" } own } when !isParent && own.ContainingType.Is(KnownTypes.ResourceKey):
                // var (type, id) = key;
                case IDeconstructionAssignmentOperation when !isParent:
                case INameOfOperation or IThrowOperation:
                    return true;
                case IPropertyReferenceOperation { Property.Name: "Parent" }:
                    isParent = true;
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } }:
                    return IsIdle(local, use, isParent, depth);
                case ISimpleAssignmentOperation assignment:
                    return assignment.Target is IDiscardOperation;
                case IVariableDeclaratorOperation { Symbol: var local }:
                    return IsIdle(local, use, isParent, depth);
                case IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call } when IsDropped(parameter, call, isParent, depth):
                    return true;
                case IInvocationOperation call when call.IsSaidOnly() && call.TargetMethod.Name != "FromResult":
                    return true;
                case IConditionalOperation condition when condition.Condition == inner:
                    return true;
                case IIsPatternOperation { Pattern: var pattern } when Named(pattern) is { } local:
                    return IsIdle(local, use, isParent, depth);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test
                    when !IsNothing(test.LeftOperand) && !IsNothing(test.RightOperand):
                case IIsPatternOperation { Pattern: var tested } when !(isParent ? TestsForNothing(tested) : LooksAtItself(tested)):
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

    static bool IsIdle(ILocalSymbol local, IOperation use, bool isParent, int depth) => depth > 0 && use.Ancestors().Last().Descendants()
        .OfType<ILocalReferenceOperation>().Where(other => SymbolEqualityComparer.Default.Equals(other.Local, local) &&
            other.Parent is not ISimpleAssignmentOperation { Target: ILocalReferenceOperation })
        .All(other => IsIdle(other, isParent, depth - 1));

    // A function, or a method beside it, that takes it and does nothing with it.
    static bool IsDropped(IParameterSymbol parameter, IInvocationOperation call, bool isParent, int depth) =>
        depth > 0 && call.UsesOf(parameter) is { } uses && uses.All(use => IsIdle(use, isParent, depth - 1));

    static bool IsNothing(IOperation value) => value.Bare() is { ConstantValue: { HasValue: true, Value: null or "" or 0 } } or IDefaultValueOperation ||
        value.Bare() is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };

    static bool TestsForNothing(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsNothing(constant.Value),
        INegatedPatternOperation negated => TestsForNothing(negated.Pattern),
        IBinaryPatternOperation both => TestsForNothing(both.LeftPattern) && TestsForNothing(both.RightPattern),
        IRecursivePatternOperation { DeclaredSymbol: null } recursive => IsEmpty(recursive),
        _ => false,
    };

    // key is { Id: var id, Parent: not null }
    static bool LooksAtItself(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => LooksAtItself(negated.Pattern),
        IRecursivePatternOperation { DeclaredSymbol: null, DeconstructionSubpatterns.Length: 0 } recursive => recursive.PropertySubpatterns
            .All(static part => part.Member is IPropertyReferenceOperation { Property.Name: "Id" or "Type" } || TestsForNothing(part.Pattern)),
        _ => TestsForNothing(pattern),
    };

    // is { } parent, is not ResourceKey parent: another name for it.
    static ILocalSymbol? Named(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => Named(negated.Pattern),
        IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } => local,
        IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local } recursive when IsEmpty(recursive) => local,
        _ => null,
    };

    static bool IsEmpty(IRecursivePatternOperation pattern) => pattern.PropertySubpatterns.IsEmpty && pattern.DeconstructionSubpatterns.IsEmpty;
}
