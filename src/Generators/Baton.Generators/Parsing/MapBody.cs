using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Parsing;

/// <summary>Looks into a <c>Map</c> method for calls of the builder's methods.</summary>
static class MapBody
{
    /// <summary>False only when it is certain that no id is set: the builder stays inside the method and its <c>Id</c> is never called.</summary>
    public static bool SetsId(IMethodSymbol map, CancellationToken cancellationToken) => SetsAny(map, cancellationToken, "Id");

    /// <summary>False only when it is certain that none of the parts is set.</summary>
    public static bool SetsAny(IMethodSymbol map, CancellationToken cancellationToken, params string[] parts)
    {
        var builder = map.Parameters[1];
        return Of(map, cancellationToken) is not { } body || body.DescendantNodes().Any(node => MaySet(node, builder, parts));
    }

    /// <summary>The body; null when it is not in this compilation.</summary>
    public static SyntaxNode? Of(IMethodSymbol map, CancellationToken cancellationToken) =>
        (map.PartialImplementationPart ?? map).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is MethodDeclarationSyntax method
            ? (SyntaxNode?)method.Body ?? method.ExpressionBody
            : null;

    static bool MaySet(SyntaxNode node, IParameterSymbol builder, string[] parts) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } called } =>
            parts.Contains(name) || (IsBuilder(called.Expression, builder) && !IsMethodOf(builder.Type, name)),
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } => parts.Contains(name),
        ArgumentSyntax argument => IsBuilder(argument.Expression, builder),
        EqualsValueClauseSyntax value => IsBuilder(value.Value, builder),
        // r = r.Id(…) keeps it in the method.
        AssignmentExpressionSyntax assignment => IsBuilder(assignment.Right, builder) && !IsBuilder(assignment.Left, builder),
        _ => false,
    };

    /// <summary>The builder itself, or a chain of calls that begins with it.</summary>
    public static bool IsBuilder(ExpressionSyntax expression, IParameterSymbol builder) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == builder.Name,
        MemberAccessExpressionSyntax access => IsBuilder(access.Expression, builder),
        InvocationExpressionSyntax call => IsBuilder(call.Expression, builder),
        ParenthesizedExpressionSyntax parentheses => IsBuilder(parentheses.Expression, builder),
        _ => false,
    };

    static bool IsMethodOf(ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).Length > 0)
                return true;
        }
        return false;
    }
}
