using System.Collections.Immutable;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Questions about operations.</summary>
static class OperationTests
{
    /// <summary>The value without conversions, awaits, <c>ConfigureAwait</c> and parentheses around it.</summary>
    public static IOperation Bare(this IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion.Operand.Bare(),
        IAwaitOperation wait => wait.Operation.Bare(),
        IParenthesizedOperation parenthesized => parenthesized.Operand.Bare(),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WithCancellation", Instance: { } instance } => instance.Bare(),
        IInvocationOperation { TargetMethod: { Name: "ConfigureAwait" or "WithCancellation", IsExtensionMethod: true }, Arguments: [var source, ..] } =>
            source.Value.Bare(),
        _ => operation,
    };

    /// <summary>Whether a call does nothing but say something, step aside, run what is given to it, or check an argument.</summary>
    public static bool IsSaidOnly(this IInvocationOperation call) => call.TargetMethod.ContainingType is var type &&
        (type.Is(KnownTypes.Logger) || type.Is(KnownTypes.LoggerExtensions) || type.Is("System.Console") || type.Is("System.Diagnostics.Debug") ||
            type.Is("System.Diagnostics.Trace") || call.TargetMethod.Has(KnownTypes.LoggerMessage) ||
            (type.Is(KnownTypes.Task) || type.Is(KnownTypes.ValueTask) ? call.TargetMethod.Name is "Yield" or "FromResult" or "FromException" or "Run" or "WhenAll" :
                call.TargetMethod.Name is "ThrowIfNull" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace" or "ThrowIfCancellationRequested" or "ConfigureAwait"));

    /// <summary>Whether a page is made: <c>new(rows, next)</c>, or <c>page with { Next = next }</c>.</summary>
    public static bool IsPage(this IOperation operation) =>
        operation is IObjectCreationOperation or IWithOperation && (operation.Type.Is(KnownTypes.Page) || operation.Type.Is(KnownTypes.TypedPage));

    /// <summary>What a new page names as the next one; null when it names none.</summary>
    public static IOperation? Next(this IOperation page) =>
        (Set(page)?.Value ?? (page as IObjectCreationOperation)?.Arguments
            .FirstOrDefault(static argument => argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter.Ordinal: 1 })?.Value)?.Bare() is { } next &&
        !IsNull(next) ? next : null;

    static ISimpleAssignmentOperation? Set(IOperation page) =>
        ((page as IWithOperation)?.Initializer ?? (page as IObjectCreationOperation)?.Initializer)?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(static set => set.Target is IPropertyReferenceOperation { Property.Name: "Next" });

    public static bool IsNull(IOperation operation) => operation is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;

    public static bool IsParameter(this IOperation operation, IParameterSymbol parameter) =>
        operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter);

    /// <summary>The innermost loop around an operation, within its method.</summary>
    public static ILoopOperation? Loop(this IOperation operation) => operation.Ancestors().OfType<ILoopOperation>().FirstOrDefault();

    public static IEnumerable<IOperation> Ancestors(this IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
            yield return current;
    }

    /// <summary>Whether the type is one whose contents change: a list, a set, a dictionary, a queue; or an array.</summary>
    public static bool IsMutableCollection(this ITypeSymbol type) => type is IArrayTypeSymbol || type is INamedTypeSymbol named &&
        named.AllInterfaces.Append(named).Any(static candidate =>
            candidate.Is("System.Collections.Generic.ICollection`1") || candidate.Is("System.Collections.IList") ||
            candidate.Is("System.Collections.Concurrent.IProducerConsumerCollection`1") || candidate.Is("System.Collections.IDictionary")) &&
        !named.ContainingNamespace.ToDisplayString().StartsWith("System.Collections.Immutable", StringComparison.Ordinal) &&
        !named.ContainingNamespace.ToDisplayString().StartsWith("System.Collections.Frozen", StringComparison.Ordinal);

    /// <summary>A field or property of the method's own class, or of one it derives from, that an expression begins with: <c>_names</c> in
    /// <c>_names.Add(…)</c>.</summary>
    public static ISymbol? OwnMember(this IOperation operation, INamedTypeSymbol host) => operation.Bare() switch
    {
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field when host.IsOrDerivesFrom(field.Field.ContainingType) => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property when host.IsOrDerivesFrom(property.Property.ContainingType) =>
            property.Property,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter } => parameter,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed } => indexed.OwnMember(host),
        IConditionalAccessInstanceOperation access => access.Ancestors().OfType<IConditionalAccessOperation>().FirstOrDefault()?.Operation.OwnMember(host),
        IArrayElementReferenceOperation element => element.ArrayReference.OwnMember(host),
        _ => null,
    };

    public static ImmutableArray<IOperation> DescendantsOf(this IOperation operation) => [.. operation.DescendantsAndSelf()];
}
