using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Errors must reach the runtime, with all that they know: it decides from them whether to wait, to repeat, or to stop.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrorAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.ErrorIsSwallowed, Descriptors.CauseIsLost, Descriptors.PlainException];

    private protected override void Analyze(MethodBody body)
    {
        foreach (var handler in body.All<ICatchClauseOperation>())
        {
            if (body.Role.IsListing() && !IsNarrow(handler) && !Throws(handler) && !Warns(handler))
                body.Report(Descriptors.ErrorIsSwallowed, Keyword(handler), body.Title, body.Host.ShortName());
            foreach (var thrown in handler.Handler.DescendantsAndSelf().OfType<IThrowOperation>())
            {
                if (Lost(thrown, handler) is { } advice)
                    body.Report(Descriptors.CauseIsLost, Place(thrown), body.Title, body.Host.ShortName(), advice);
            }
        }
        foreach (var creation in body.All<IObjectCreationOperation>())
        {
            if (IsPlain(creation.Type) && creation.Ancestors().Any(IsFailure))
                body.Report(Descriptors.PlainException, TypePlace(creation), body.Title, body.Host.ShortName());
        }
    }

    private protected override void AnalyzeHelper(MethodBody body) => Analyze(body);

    // throw; ExceptionDispatchInfo.Throw(e); and an error that is kept to be thrown later
    static bool Throws(ICatchClauseOperation handler) => handler.Handler.DescendantsAndSelf().Any(operation => operation switch
    {
        IThrowOperation => true,
        IInvocationOperation { TargetMethod: { Name: "Throw", ContainingType.Name: "ExceptionDispatchInfo" } } => true,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var kept }, Value: var value } =>
            value.Bare() is ILocalReferenceOperation or IInvocationOperation &&
            handler.Ancestors().Last().DescendantsAndSelf().OfType<IThrowOperation>().Any(thrown =>
                thrown.DescendantsAndSelf().OfType<ILocalReferenceOperation>()
                .Any(use => SymbolEqualityComparer.Default.Equals(use.Local, kept))),
        _ => false,
    });

    static bool IsPlain(ITypeSymbol? type) => type.Is(KnownTypes.Exception) || type.Is("System.ApplicationException") || type.Is("System.SystemException");

    // throw new Exception(), Task.FromException(new Exception()), Exception Failure() => new Exception()
    static bool IsFailure(IOperation ancestor) => ancestor switch
    {
        IThrowOperation or IInvocationOperation { TargetMethod.Name: "FromException" } => true,
        IReturnOperation { ReturnedValue: { } value } => IsPlain(value.Bare().Type),
        _ => false,
    };

    // What is not found has its type or its filter; when (e is not OperationCanceledException) lets everything in that was meant.
    static bool IsNarrow(ICatchClauseOperation handler) => IsAbsence(handler.ExceptionType) || handler.Filter?.Bare() switch
    {
        null or { ConstantValue: { HasValue: true, Value: true } } => false,
        // when (e is HttpRequestException or TimeoutException) catches as much as two handlers without a filter.
        IIsTypeOperation type => IsAbsence(type.TypeOperand),
        IIsPatternOperation { Pattern: var pattern } when Types(pattern) is { } types => types.All(IsAbsence),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: ITypePatternOperation type } } => !IsCancellation(type.MatchedType),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IIsTypeOperation type } => !IsCancellation(type.TypeOperand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" } } => false,
        _ => true,
    };

    static bool IsAbsence(ITypeSymbol? type) => type?.Name.Contains("NotFound") == true;

    /// <summary>The types that a pattern asks for; null when it asks for something else as well.</summary>
    static IEnumerable<ITypeSymbol>? Types(IPatternOperation pattern) => pattern switch
    {
        ITypePatternOperation type => [type.MatchedType],
        IDeclarationPatternOperation { MatchedType: { } type } => [type],
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } both
            when Types(both.LeftPattern) is { } left && Types(both.RightPattern) is { } right => left.Concat(right),
        _ => null,
    };

    static bool IsCancellation(ITypeSymbol type) => type.Is("System.OperationCanceledException") || type.Is("System.Threading.Tasks.TaskCanceledException");

    // A warning is part of the sync's result.
    static bool Warns(ICatchClauseOperation handler) => handler.Handler.DescendantsAndSelf().OfType<IInvocationOperation>()
        .Any(static call => call.TargetMethod.ContainingType.Is(KnownTypes.SyncWarnings));

    static string? Lost(IThrowOperation thrown, ICatchClauseOperation handler)
    {
        if (thrown.Exception?.Bare() is not { } exception || Innermost(thrown) != handler)
            return null;
        var caught = (handler.ExceptionDeclarationOrExpression as IVariableDeclaratorOperation)?.Symbol;
        if (exception is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, caught))
            return "write 'throw;'";
        if (exception is not (IObjectCreationOperation or IInvocationOperation))
            return null;
        var named = exception.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(use =>
            SymbolEqualityComparer.Default.Equals(use.Local, caught) && use.Parent is IArgumentOperation or IConversionOperation { Parent: IArgumentOperation });
        return named && !IsDropped(exception, caught) ? null : "pass the caught exception as the inner one";
    }

    // throw Failed(e), and Failed takes the message of e alone.
    static bool IsDropped(IOperation exception, ILocalSymbol? caught)
    {
        if (exception is not IInvocationOperation call || call.Code()?.Answers().Select(static answer => answer.Bare()).ToList() is not { } answers)
            return false;
        var given = call.Arguments.FirstOrDefault(argument => argument.Value.Bare() is ILocalReferenceOperation use &&
            SymbolEqualityComparer.Default.Equals(use.Local, caught))?.Parameter;
        var made = answers.OfType<IObjectCreationOperation>().ToList();
        return given is not null && made.Count == answers.Count &&
            !made.SelectMany(static creation => creation.Arguments).Any(argument => call.IsUse(argument.Value.Bare(), given));
    }

    static ICatchClauseOperation? Innermost(IOperation operation) => operation.Ancestors().OfType<ICatchClauseOperation>().FirstOrDefault();

    static Location Keyword(ICatchClauseOperation handler) =>
        handler.Syntax is CatchClauseSyntax clause ? clause.CatchKeyword.GetLocation() : handler.Syntax.GetLocation();

    static SyntaxNode Place(IThrowOperation thrown) => thrown.Exception!.Syntax is ObjectCreationExpressionSyntax creation
        ? creation.Type
        : thrown.Exception.Syntax;

    static SyntaxNode TypePlace(IObjectCreationOperation creation) =>
        creation.Syntax is ObjectCreationExpressionSyntax written ? written.Type : creation.Syntax;
}
