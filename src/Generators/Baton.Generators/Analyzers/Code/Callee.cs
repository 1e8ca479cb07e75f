using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>The code behind a call, where it is at hand: of local functions, of lambdas in variables, of methods of the same class, and of static
/// methods.</summary>
static class Callee
{
    /// <summary>The code; null when it is in another assembly, or decided only at run time.</summary>
    public static IOperation? Code(this IInvocationOperation call) => call.TargetMethod switch
    {
        { MethodKind: MethodKind.DelegateInvoke } => Lambda(call.Instance),
        { MethodKind: MethodKind.LocalFunction } function => Of(function, call.SemanticModel),
        { MethodKind: MethodKind.Ordinary, IsAbstract: false, IsVirtual: false, IsOverride: false } method
            when method.IsStatic || call.Instance is IInstanceReferenceOperation => Of(method, call.SemanticModel),
        _ => null,
    };

    /// <summary>What code answers with, apart from the functions within it.</summary>
    public static IEnumerable<IOperation> Answers(this IOperation code) => code.Descendants().OfType<IReturnOperation>()
        .Where(answer => answer is { Kind: OperationKind.Return, ReturnedValue: not null } && Function(answer) == Function(code))
        .Select(static answer => answer.ReturnedValue!);

    /// <summary>Whether a parameter is one of what the call calls.</summary>
    public static bool Takes(this IInvocationOperation call, IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol owner &&
        (SymbolEqualityComparer.Default.Equals(owner, call.TargetMethod.OriginalDefinition) ||
            SymbolEqualityComparer.Default.Equals(owner, call.TargetMethod.PartialImplementationPart) ||
            (owner.MethodKind == MethodKind.LambdaMethod && call.TargetMethod.MethodKind == MethodKind.DelegateInvoke));

    /// <summary>Whether the code behind a call uses what it is given for a parameter.</summary>
    public static bool IsUse(this IInvocationOperation call, IOperation operation, IParameterSymbol given) =>
        operation is IParameterReferenceOperation use && use.Parameter.Ordinal == given.Ordinal && call.Takes(use.Parameter);

    /// <summary>Where the code behind a call uses what it is given for a parameter; null when that code is not at hand.</summary>
    public static IEnumerable<IOperation>? UsesOf(this IInvocationOperation call, IParameterSymbol given) =>
        call.Code()?.Descendants().Where(operation => call.IsUse(operation, given));

    static IOperation? Lambda(IOperation? called) =>
        called?.Bare() is ILocalReferenceOperation local &&
            local.Initializer()?.Bare() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda : null;

    static IOperation? Of(IMethodSymbol method, SemanticModel? semantics)
    {
        var declared = method.OriginalDefinition;
        var code = (declared.PartialImplementationPart ?? declared).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return code is null ? null : semantics?.At(code);
    }

    // The function that an operation is in; null for that of the method itself.
    static SyntaxNode? Function(IOperation operation) => operation is IAnonymousFunctionOperation or ILocalFunctionOperation
        ? operation.Syntax
        : operation.Ancestors().FirstOrDefault(static ancestor => ancestor is IAnonymousFunctionOperation or ILocalFunctionOperation)?.Syntax;
}
