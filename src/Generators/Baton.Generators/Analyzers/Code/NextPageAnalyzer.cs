using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>An answer that says where the next page begins has to be asked for it, and one cursor cannot hold two positions.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NextPageAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NextPageIsNotRead, Descriptors.TwoListsOneCursor];

    private protected override void Analyze(MethodBody body)
    {
        if (!body.Role.IsListing())
            return;
        var calls = ApiPages.In(body).ToList();
        if (Second(calls, body) is { } second)
        {
            body.Report(Descriptors.TwoListsOneCursor, Place(second), body.Host.ShortName(), body.Method.Name);
            return;
        }
        foreach (var (call, local, next) in calls)
        {
            if (!IsRead(call, local, body) || IsDiscarded(call, next))
                body.Report(Descriptors.NextPageIsNotRead, Place(call), body.Host.ShortName(), body.Method.Name, call.Type!.ShortName(), next.Name);
        }
    }

    // Two lists of pages, one after the other on the same path, and a cursor that is one text or one number.
    static IOperation? Second(List<(IOperation Call, ILocalSymbol? Local, ISymbol Next)> calls, MethodBody body)
    {
        if (calls.Count < 2 || ListingResult.Of(body.Method.ReturnType, body.Compilation)?.Cursor is not { } cursor ||
            cursor.SpecialType is not (SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64))
            return null;
        var always = calls.Where(static call => !call.Call.Ancestors().Any(static ancestor =>
            ancestor is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or ICoalesceOperation)).ToList();
        return always.Count < 2 || Asked(always[0].Call) is not { } first
            ? null
            : always.Skip(1).FirstOrDefault(call => Asked(call.Call) is { } other && !IsSame(first, other)).Call;
    }

    static IInvocationOperation? Asked(IOperation answer) => answer.Bare().Values().OfType<IInvocationOperation>().FirstOrDefault();

    // api.GetAsync("users", cursor) and api.GetAsync("groups", cursor) are two lists.
    static bool IsSame(IInvocationOperation first, IInvocationOperation second) =>
        SymbolEqualityComparer.Default.Equals(first.TargetMethod, second.TargetMethod) &&
        Texts(first).SequenceEqual(Texts(second));

    static IEnumerable<object?> Texts(IInvocationOperation call) => call.Arguments.Where(static argument => argument.ArgumentKind == ArgumentKind.Explicit)
        .OrderBy(static argument => argument.Parameter?.Ordinal).Select(static argument => argument.Value.ConstantValue.Value as string);

    private protected override void AnalyzeHelper(MethodBody body) => Analyze(body);

    // Read as a property, taken apart, or handed on to code that may read it.
    static bool IsRead(IOperation call, ILocalSymbol? local, MethodBody body)
    {
        if (local is null)
        {
            var outer = Outer(call);
            return outer.Parent is IIsPatternOperation or ISwitchExpressionOperation ? IsReadBy(outer.Parent)
                : !IsProjected(call) || (outer.Parent is IMemberReferenceOperation read && ApiPages.LeadsOn(read.Member));
        }
        return body.All<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local)).Any(static use =>
            Outer(use).Parent switch
            {
                IMemberReferenceOperation read => ApiPages.LeadsOn(read.Member),
                ISimpleAssignmentOperation assignment => assignment.Target != use,
                IConditionalAccessOperation access => access.WhenNotNull.DescendantsAndSelf().OfType<IMemberReferenceOperation>()
                    .Any(static read => ApiPages.LeadsOn(read.Member)),
                IIsPatternOperation or ISwitchExpressionOperation => IsReadBy(Outer(use).Parent!),
                IBinaryOperation => false,
                IInvocationOperation asked => asked.TargetMethod.Name.IndexOf("Next", StringComparison.OrdinalIgnoreCase) >= 0,
                _ => true,
            });
    }

    // is { Items: var items } leaves the rest of the answer behind; is { } page keeps all of it.
    static bool IsReadBy(IOperation test) => test switch
    {
        IIsPatternOperation match => Reads(match.Pattern),
        ISwitchExpressionOperation choice => choice.Arms.Any(static arm => Reads(arm.Pattern)),
        _ => true,
    };

    static bool Reads(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation { DeclaredSymbol: not null } or IRecursivePatternOperation { DeclaredSymbol: not null } => true,
        IRecursivePatternOperation recursive => recursive.PropertySubpatterns.Any(static part => part.Member is IMemberReferenceOperation member &&
            ApiPages.LeadsOn(member.Member)) ||
            (recursive.DeconstructSymbol is IMethodSymbol method && recursive.DeconstructionSubpatterns.Zip(method.Parameters, static (part, parameter) =>
                (part, parameter))
                .Any(static taken => ApiPages.LeadsOn(taken.parameter.Name) && taken.part is not IDiscardPatternOperation)),
        INegatedPatternOperation negated => Reads(negated.Pattern),
        IBinaryPatternOperation both => Reads(both.LeftPattern) || Reads(both.RightPattern),
        _ => false,
    };

    // var (items, _) = await api.PageAsync();
    static bool IsDiscarded(IOperation call, ISymbol next) =>
        Outer(call).Parent is IDeconstructionAssignmentOperation { Target: var target } &&
        (target is IDeclarationExpressionOperation declared ? declared.Expression : target) is ITupleOperation { Elements: var parts } &&
        Position(next, parts.Length) is >= 0 and var position && parts[position] is IDiscardOperation;

    // Where a member stands when an answer is taken apart.
    static int Position(ISymbol member, int count) => member.ContainingType switch
    {
        { IsTupleType: true } tuple => tuple.TupleElements.ToList().FindIndex(element => element.Name == member.Name),
        var type => type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == count)?.Parameters.ToList()
            .FindIndex(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)) ?? -1,
    };

    // (await api.PageAsync()).Items: the rest of the answer is gone.
    static bool IsProjected(IOperation call) => Outer(call).Parent is IMemberReferenceOperation;

    static IOperation Outer(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation;
    }

    static SyntaxNode Place(IOperation call) => call.Bare().Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
        ? access.Name
        : call.Bare().Syntax;
}
