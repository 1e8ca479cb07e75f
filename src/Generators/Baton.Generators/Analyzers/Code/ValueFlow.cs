using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Where a value comes from: within one method, and through the functions and methods beside it.</summary>
static class ValueFlow
{
    /// <summary>Variables and calls that a value is followed through.</summary>
    const int Depth = 4;

    /// <summary>What a value can be: through variables, members that are given one value, <c>??</c>, conditions, <c>switch</c>, and calls whose code is at
    /// hand.</summary>
    public static IEnumerable<IOperation> Values(this IOperation value) => Follow(value, false, Depth, null);

    /// <summary>What a text is made of: as <see cref="Values"/>, and through interpolation, joined texts, and calls that keep what the text says.</summary>
    public static IEnumerable<IOperation> Sources(this IOperation value) => Follow(value, true, Depth, null);

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

    /// <summary>The constant text that a value begins with; empty when it begins with something else.</summary>
    public static string Beginning(this IOperation value) => Beginning(value, Depth);

    // Unfinished code may make a text of itself.
    static string Beginning(IOperation value, int depth) => value.Bare() switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } }, ..] } => text,
        IInterpolatedStringOperation { Parts: [IInterpolationOperation first, ..] } => Beginning(first.Expression, depth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Beginning(sum.LeftOperand, depth),
        IInvocationOperation { TargetMethod: { Name: "Concat" or "Format", ContainingType.SpecialType: SpecialType.System_String } } call =>
            call.Value(0)?.Elements().FirstOrDefault() is { } format ? Beginning(format, depth).Split('{')[0] : "",
        ILocalReferenceOperation local when depth > 0 && local.Initializer() is { } initial => Beginning(initial, depth - 1),
        IObjectCreationOperation { Type.Name: "Uri" or "UriBuilder", Arguments: [var first, ..] } => Beginning(first.Value, depth),
        _ => "",
    };

    static IEnumerable<IOperation> Follow(IOperation value, bool taken, int depth, Frame? frame)
    {
        return value.Bare() switch
        {
            ILocalReferenceOperation local when depth > 0 && local.Initializer() is { } initial => Next(initial, depth - 1),
            ILocalReferenceOperation local when depth > 0 && Element(local) is { } element => Next(element, depth - 1),
            IParameterReferenceOperation parameter when frame is not null && frame.Call.Takes(parameter.Parameter) =>
                frame.Call.Value(parameter.Parameter.Ordinal) is { } given ? Follow(given, taken, depth, frame.Outer) : [],
            IFieldReferenceOperation or IPropertyReferenceOperation when depth > 0 && value.Bare().Held() is { } held => Next(held, depth - 1),
            ICoalesceOperation coalesce => Next(coalesce.Value, depth).Concat(Next(coalesce.WhenNull, depth)),
            IConditionalOperation { WhenFalse: { } otherwise } condition => Next(condition.WhenTrue, depth).Concat(Next(otherwise, depth)),
            ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Next(arm.Value, depth)),
            IInvocationOperation call when depth > 0 && call.Code()?.Answers().ToList() is { Count: > 0 } answers =>
                answers.SelectMany(answer => Follow(answer, taken, depth - 1, new(call, frame))),
            var bare when taken && Parts(bare) is { } parts => parts.SelectMany(part => Next(part, depth)),
            var bare => [bare],
        };

        IEnumerable<IOperation> Next(IOperation operation, int left) => Follow(operation, taken, left, frame);
    }

    /// <summary>What a text is made of; null when it is one value.</summary>
    static IEnumerable<IOperation>? Parts(IOperation value) => value switch
    {
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Select(static part => part.Expression),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => [sum.LeftOperand, sum.RightOperand],
        IConditionalAccessOperation access => [access.WhenNotNull],
        IInvocationOperation { Instance: { Type.SpecialType: SpecialType.System_String } instance, Type: { } result } call when IsText(result) =>
            [instance is IConditionalAccessInstanceOperation ? Accessed(call) : instance],
        // mail.Split('@')[0], mail[..5]
        IArrayElementReferenceOperation element => [element.ArrayReference],
        IImplicitIndexerReferenceOperation { Type.SpecialType: SpecialType.System_String } part => [part.Instance],
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.SpecialType: SpecialType.System_String } } call =>
            call.Arguments.SelectMany(static argument => Elements(argument.Value)),
        // Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))), Uri.EscapeDataString(text)
        IInvocationOperation { TargetMethod.ContainingNamespace: { } space } call when Transforms(space) =>
            call.Arguments.Select(static argument => argument.Value),
        _ => null,
    };

    static bool IsText(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String };

    static bool Transforms(INamespaceSymbol space) => space.ToDisplayString() is "System" or "System.Text" or "System.Security.Cryptography";

    // var (_, mail) = (p.Id, p.Email); and p is { Email: var mail }
    static IOperation? Element(ILocalReferenceOperation use)
    {
        foreach (var operation in use.Ancestors().Last().DescendantsAndSelf())
        {
            if (operation is IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol declared, Parent: IPropertySubpatternOperation part } &&
                Same(declared, use.Local))
                return part.Member;
            if (operation is IDeconstructionAssignmentOperation assignment && assignment.Value.Bare() is ITupleOperation values &&
                Position(assignment, use.Local) is >= 0 and var position &&
                position < values.Elements.Length)
                return values.Elements[position];
        }
        return null;
    }

    /// <summary>The property that a variable was given when an object was taken apart, and where: <c>var (id, mail) = person</c>.</summary>
    public static (IPropertySymbol Property, SyntaxNode Place)? TakenApart(this ILocalReferenceOperation use)
    {
        foreach (var operation in use.Ancestors().Last().DescendantsAndSelf())
        {
            var (type, name, place) = operation switch
            {
                IDeconstructionAssignmentOperation { Value: { Type: { } whole } } assignment when Position(assignment, use.Local) is >= 0 and var position =>
                    (whole, Names(whole, position, Targets(assignment).Length), Targets(assignment)[position].Syntax),
                IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } pattern when IndexOf(pattern, use.Local) is >= 0 and var index =>
                    (pattern.MatchedType, method.Parameters[index].Name, pattern.DeconstructionSubpatterns[index].Syntax),
                _ => default((ITypeSymbol?, string?, SyntaxNode?)),
            };
            if (name is not null && type?.GetMembers().OfType<IPropertySymbol>()
                .FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found)
                return (found, place!);
        }
        return null;
    }

    static int IndexOf(IRecursivePatternOperation pattern, ILocalSymbol local)
    {
        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            if (pattern.DeconstructionSubpatterns[i] is IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol declared } && Same(declared, local))
                return i;
        }
        return -1;
    }

    static string? Names(ITypeSymbol whole, int position, int count) => whole.GetMembers("Deconstruct").OfType<IMethodSymbol>()
        .FirstOrDefault(method => method.Parameters.Length == count)?.Parameters[position].Name;

    static int Position(IDeconstructionAssignmentOperation assignment, ILocalSymbol local)
    {
        var targets = Targets(assignment);
        for (var i = 0; i < targets.Length; i++)
        {
            var target = targets[i] is IDeclarationExpressionOperation declared ? declared.Expression : targets[i];
            if (target is ILocalReferenceOperation { Local: var found } && Same(found, local))
                return i;
        }
        return -1;
    }

    static System.Collections.Immutable.ImmutableArray<IOperation> Targets(IDeconstructionAssignmentOperation assignment) =>
        (assignment.Target is IDeclarationExpressionOperation declared ? declared.Expression : assignment.Target) is ITupleOperation tuple ? tuple.Elements
            : [];

    // a?.B.ToLower(): the instance of the call is the B of the access around it.
    static IOperation Accessed(IOperation call) => call.Ancestors().OfType<IConditionalAccessOperation>().First().Operation;

    /// <summary>The values in an array or list that is written out; else the value itself.</summary>
    public static IEnumerable<IOperation> Elements(this IOperation value) => value.Bare() switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation list => list.Elements,
        var bare => [bare],
    };

    static bool Same(ILocalSymbol left, ILocalSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    /// <summary>A call whose code is looked into.</summary>
    sealed record Frame(IInvocationOperation Call, Frame? Outer);
}
