using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Parsing;

/// <summary>How a <c>Map</c> method makes the id: the expression that it gives to <c>Id</c>, in a form that survives renamed parameters and new layout.</summary>
static class IdExpression
{
    /// <summary>What the parameter for the model is called in the rule.</summary>
    public const string Model = "model";

    /// <summary>The rule; null when it cannot be seen.</summary>
    public static string? Of(IMethodSymbol map, CancellationToken cancellationToken)
    {
        var rules = In(map, cancellationToken).Select(expression => Text(expression, map, cancellationToken)).Distinct().ToList();
        return rules.Count == 0 ? null : string.Join(" or ", rules);
    }

    /// <summary>Where the id is given; null when that cannot be seen.</summary>
    public static Location? Place(IMethodSymbol map, CancellationToken cancellationToken) => In(map, cancellationToken).FirstOrDefault()?.GetLocation();

    static IEnumerable<ExpressionSyntax> In(IMethodSymbol map, CancellationToken cancellationToken) =>
        MapBody.Of(map, cancellationToken)?.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id" } access, ArgumentList.Arguments.Count: 1 } &&
                MapBody.IsBuilder(access.Expression, map.Parameters[1]))
            .Select(static call => call.ArgumentList.Arguments[0].Expression) ?? [];

    static string Text(ExpressionSyntax expression, IMethodSymbol map, CancellationToken cancellationToken)
    {
        var source = Initializer(expression, MapBody.Of(map, cancellationToken)!) ?? expression;
        var bare = source.ReplaceTokens(source.DescendantTokens(), (token, _) => (IsModel(token, map.Parameters[0].Name)
            ? SyntaxFactory.Identifier(Model)
            : token).WithLeadingTrivia().WithTrailingTrivia());
        return bare.NormalizeWhitespace(" ", " ").ToString();
    }

    // var id = u.Id.ToString(); r.Id(id): the name of the variable says nothing.
    static ExpressionSyntax? Initializer(ExpressionSyntax expression, SyntaxNode body) => expression is IdentifierNameSyntax name
        ? body.DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .FirstOrDefault(local => local.Identifier.ValueText == name.Identifier.ValueText)?.Initializer?.Value
        : null;

    static bool IsModel(SyntaxToken token, string parameter) => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == parameter &&
        token.Parent is IdentifierNameSyntax { Parent: not MemberAccessExpressionSyntax and not NameColonSyntax } or
            IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } };
}
