using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Where a value comes from, within one method.</summary>
static class ValueFlow
{
    /// <summary>Variables that a value is followed through.</summary>
    const int Depth = 4;

    /// <summary>The values that a text is made of: through variables, <c>??</c>, conditions, interpolation, joined texts, and calls that keep what the text says.</summary>
    public static IEnumerable<IOperation> Sources(this IOperation value, int depth = Depth) => value.Bare() switch
    {
        ILocalReferenceOperation local when depth > 0 && local.Initializer() is { } initial => initial.Sources(depth - 1),
        ICoalesceOperation coalesce => coalesce.Value.Sources(depth).Concat(coalesce.WhenNull.Sources(depth)),
        IConditionalOperation { WhenFalse: { } otherwise } condition => condition.WhenTrue.Sources(depth).Concat(otherwise.Sources(depth)),
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().SelectMany(part => part.Expression.Sources(depth)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum =>
            sum.LeftOperand.Sources(depth).Concat(sum.RightOperand.Sources(depth)),
        IConditionalAccessOperation access => access.WhenNotNull.Sources(depth),
        IInvocationOperation { Instance: { Type.SpecialType: SpecialType.System_String } instance, Type.SpecialType: SpecialType.System_String } call =>
            instance is IConditionalAccessInstanceOperation ? Accessed(call).Sources(depth) : instance.Sources(depth),
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.SpecialType: SpecialType.System_String } } call =>
            call.Arguments.SelectMany(argument => Elements(argument.Value)).SelectMany(element => element.Sources(depth)),
        var bare => [bare],
    };

    /// <summary>What a variable is given where it is declared, when nothing is assigned to it later.</summary>
    public static IOperation? Initializer(this ILocalReferenceOperation use)
    {
        var all = use.Ancestors().Last().DescendantsAndSelf().ToList();
        return all.OfType<ISimpleAssignmentOperation>().Any(assignment => assignment.Target is ILocalReferenceOperation target && Same(target.Local, use.Local))
            ? null
            : all.OfType<IVariableDeclaratorOperation>().FirstOrDefault(declared => Same(declared.Symbol, use.Local))?.GetVariableInitializer()?.Value;
    }

    /// <summary>What the variable is given first, whatever is assigned to it later.</summary>
    public static IOperation? FirstValue(this ILocalReferenceOperation use) => use.Ancestors().Last().DescendantsAndSelf()
        .OfType<IVariableDeclaratorOperation>().FirstOrDefault(declared => Same(declared.Symbol, use.Local))?.GetVariableInitializer()?.Value;

    // a?.B.ToLower(): the instance of the call is the B of the access around it.
    static IOperation Accessed(IOperation call) => call.Ancestors().OfType<IConditionalAccessOperation>().First().Operation;

    static IEnumerable<IOperation> Elements(IOperation value) => value.Bare() switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation list => list.Elements,
        var bare => [bare],
    };

    static bool Same(ILocalSymbol left, ILocalSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
