using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>The calls of a builder in a <c>Map</c> method.</summary>
static class MapCalls
{
    public static IEnumerable<IInvocationOperation> In(MethodBody body) => body.All<IInvocationOperation>().Where(static call => IsBuilder(call.Instance?.Type));

    public static bool IsBuilder(ITypeSymbol? type) => type is { ContainingNamespace: { Name: "Baton", ContainingNamespace.IsGlobalNamespace: true } } &&
        (Builders.IsBuilder(type.Name) || type.Name is "ResourceBuilder" or "ProfileBuilder");

    /// <summary>The value of the parameter at a position.</summary>
    public static IOperation? Value(this IInvocationOperation call, int position) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == position)?.Value;

    /// <summary>The last name of <c>a.b.Name</c>; the whole expression when it has none.</summary>
    public static SyntaxNode NamePlace(this IOperation operation) => operation.Syntax switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } => binding.Name,
        var syntax => syntax,
    };

    /// <summary>The name of the method in a call.</summary>
    public static SyntaxNode MethodPlace(this IInvocationOperation call) => (call.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        { } expression => expression,
        null => call.Syntax,
    };

    /// <summary>The name of a value: of the property, variable or parameter that holds it.</summary>
    public static string? NameOf(this IOperation operation) => operation.Bare() switch
    {
        IPropertyReferenceOperation property => property.Property.Name,
        IFieldReferenceOperation field => field.Field.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IConditionalAccessOperation access => access.WhenNotNull.NameOf(),
        ICoalesceOperation coalesce => coalesce.Value.NameOf(),
        IInvocationOperation { Instance: { } instance, TargetMethod.Name: "ToString" or "Trim" or "ToLowerInvariant" or "ToUpperInvariant" } => instance.NameOf(),
        _ => null,
    };
}
