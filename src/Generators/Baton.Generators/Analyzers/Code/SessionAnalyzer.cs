using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>What is in the session store may be gone at any time: a read that fails without it makes a sync fail that was interrupted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SessionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SessionValueIsTakenForGranted];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // A test asserts what it has put there itself.
            if (!TestProject.Is(start.Compilation))
                start.RegisterOperationBlockAction(Analyze);
        });
    }

    static void Analyze(OperationBlockAnalysisContext context)
    {
        var operations = context.OperationBlocks.SelectMany(static block => block.DescendantsAndSelf()).ToList();
        var reads = operations.OfType<IInvocationOperation>().Where(IsRead).ToList();
        foreach (var read in reads)
        {
            var values = new List<IOperation> { Outermost(read) };
            if (Local(values[0]) is { } local)
                values.AddRange(operations.OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local)).Select(Outermost));
            if (values.Select(value => Demand(value) ?? Unguarded(value, context.CancellationToken))
                .FirstOrDefault(static place => place is not null) is { } found)
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.SessionValueIsTakenForGranted, found.GetLocation(), read.TargetMethod.Name));
        }
    }

    static bool IsRead(IInvocationOperation call) => call.TargetMethod.Name is "GetAsync" or "GetTextAsync" or "GetManyAsync" or "GetAllAsync" &&
        (call.TargetMethod.ContainingType.Is(KnownTypes.SessionStore) || call.TargetMethod.ContainingType.Is(KnownTypes.SessionStoreExtensions));

    /// <summary>The value with the awaits and conversions around it.</summary>
    static IOperation Outermost(IOperation value)
    {
        while (value.Parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation ||
            value.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" })
            value = value.Parent;
        return value;
    }

    static ILocalSymbol? Local(IOperation value) => value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declared } ? declared.Symbol : null;

    /// <summary>What asks for a value that has to be there; null when nothing does.</summary>
    static SyntaxNode? Demand(IOperation value) => value switch
    {
        _ when Forgiven(value.Syntax) is { } forgiven => forgiven,
        { Parent: ICoalesceOperation { WhenNull: var otherwise } coalesce } when coalesce.Value == value && otherwise.Bare() is IThrowOperation thrown =>
            thrown.Syntax,
        { Parent: IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } property }
            when !IsGuarded(property) => property.NamePlace(),
        { Parent: IPropertyReferenceOperation { Property.IsIndexer: true } indexer } when !IsGuarded(indexer) => indexer.Syntax,
        { Parent: IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand: var right } test } when OperationTests.IsNull(right.Bare()) =>
            ThrowsWhenTrue(test),
        { Parent: IIsPatternOperation { Pattern: IConstantPatternOperation } test } => ThrowsWhenTrue(test),
        { Parent: IIsPatternOperation { Parent: IConditionalOperation { WhenFalse: { } otherwise } } } when otherwise.Bare() is IThrowOperation thrown => thrown.Syntax,
        { Parent: ISwitchExpressionOperation choice } => choice.Arms.FirstOrDefault(static arm =>
            arm is { Pattern: IConstantPatternOperation or IDiscardPatternOperation, Value: var chosen } &&
                chosen.Bare() is IThrowOperation)?.Value.Bare().Syntax,
        { Parent: IInvocationOperation { TargetMethod.Name: "TryGetValue" or "ContainsKey" } search } when search.Instance == value =>
            ThrowsWhenMissing(search),
        { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ThrowIfNull" or "ThrowIfNullOrEmpty" } check } } => check.Syntax,
        _ => null,
    };

    // (await …).Length, where the compiler knows that there may be nothing
    static SyntaxNode? Unguarded(IOperation value, CancellationToken cancellationToken)
    {
        var isUsed = value.Type is { IsReferenceType: true } && value.Parent switch
        {
            IMemberReferenceOperation member => member.Instance == value,
            IInvocationOperation call => call.Instance == value,
            _ => false,
        };
        return isUsed && value.SemanticModel?.GetTypeInfo(value.Syntax, cancellationToken).Nullability.FlowState == NullableFlowState.MaybeNull
            ? value.Syntax
            : null;
    }

    // if (!all.TryGetValue(id, out var known)) throw …; all.ContainsKey(id) ? … : throw …
    static SyntaxNode? ThrowsWhenMissing(IOperation found) => found.Parent switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => ThrowsWhenTrue(not),
        IConditionalOperation { WhenFalse: { } otherwise } condition when condition.Condition == found && otherwise.Bare() is IThrowOperation thrown =>
            thrown.Syntax,
        _ => null,
    };

    // (await …)! is there to silence the compiler.
    static PostfixUnaryExpressionSyntax? Forgiven(SyntaxNode value)
    {
        var outer = value is PostfixUnaryExpressionSyntax ? value : value.Parent;
        while (outer is ParenthesizedExpressionSyntax)
            outer = outer.Parent;
        return outer is PostfixUnaryExpressionSyntax forgiven && forgiven.IsKind(SyntaxKind.SuppressNullableWarningExpression) ? forgiven : null;
    }

    static SyntaxNode? ThrowsWhenTrue(IOperation test) => test.Parent is IConditionalOperation condition && condition.Condition == test &&
        condition.WhenTrue is IThrowOperation or IBlockOperation { Operations: [IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }] }
            ? condition.WhenTrue.DescendantsAndSelf().OfType<IThrowOperation>().First().Syntax
            : null;

    // if (known.HasValue) … known.Value; if (known is null) return …; if (all.ContainsKey(id)) … all[id]
    static bool IsGuarded(IOperation use) => use.Ancestors().Any(static ancestor => ancestor is IConditionalOperation) ||
        use.Ancestors().OfType<IBlockOperation>().Any(block => block.Operations.TakeWhile(statement => statement.Syntax.SpanStart < use.Syntax.SpanStart)
            .Any(static statement => statement is IConditionalOperation));
}
