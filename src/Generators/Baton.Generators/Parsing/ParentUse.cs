using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Parsing;

/// <summary>Looks into a method for a use of the parent of a key.</summary>
static class ParentUse
{
    /// <summary>False only when it is certain: of the key, nothing but its own id and type is looked at.</summary>
    public static bool MayLookAtParent(IMethodSymbol method, IParameterSymbol key, CancellationToken cancellationToken)
    {
        var declaration = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as MethodDeclarationSyntax;
        return ((SyntaxNode?)declaration?.Body ?? declaration?.ExpressionBody) is not { } body || body.DescendantNodes()
            .OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == key.Name && !IsOwnPart(name));
    }

    static bool IsOwnPart(IdentifierNameSyntax key) =>
        key.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id" or "Type" } access && access.Expression == key;
}
