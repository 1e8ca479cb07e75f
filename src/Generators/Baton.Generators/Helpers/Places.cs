using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Helpers;

/// <summary>The smallest piece of source that has to change.</summary>
static class Places
{
    /// <summary>The type of a parameter; its name when the type is not written.</summary>
    public static Location? TypePlace(this IParameterSymbol parameter, CancellationToken cancellationToken) =>
        (Syntax(parameter, cancellationToken) as ParameterSyntax)?.Type?.GetLocation() ?? parameter.FirstLocation();

    public static Location? ReturnTypePlace(this IMethodSymbol method, CancellationToken cancellationToken) =>
        (Syntax(method, cancellationToken) as MethodDeclarationSyntax)?.ReturnType.GetLocation() ?? method.FirstLocation();

    public static Location? TypePlace(this IPropertySymbol property, CancellationToken cancellationToken) =>
        Syntax(property, cancellationToken) switch
        {
            PropertyDeclarationSyntax declaration => declaration.Type.GetLocation(),
            ParameterSyntax { Type: { } type } => type.GetLocation(),
            _ => property.FirstLocation(),
        };

    static SyntaxNode? Syntax(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
}
