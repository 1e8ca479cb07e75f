using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Passes the cancellation token of the method on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassTokenFix))]
[Shared]
public sealed class PassTokenFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.TokenIsNotPassed];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || Method(call, semantics, cancellationToken) is not { } called ||
            call.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ParameterList.Parameters
                .FirstOrDefault(parameter => IsToken(semantics.GetDeclaredSymbol(parameter, cancellationToken)?.Type)) is not { } token)
            return null;
        // CancellationToken.None gives way to the token.
        if ((node as ArgumentSyntax ?? node.Parent as ArgumentSyntax) is { Parent.Parent: var around } given && around == call)
        {
            return new(given, $"Pass '{token.Identifier.ValueText}'", current =>
                ((ArgumentSyntax)current).WithExpression(SyntaxFactory.IdentifierName(token.Identifier.WithoutTrivia()).WithTriviaFrom(((ArgumentSyntax)current).Expression)));
        }
        var optional = called.Parameters.FirstOrDefault(static parameter => IsToken(parameter.Type));
        var argument = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(token.Identifier.WithoutTrivia()));
        // Behind others that are left out, it has to be named.
        if (optional is not null && optional.Ordinal != call.ArgumentList.Arguments.Count)
            argument = argument.WithNameColon(SyntaxFactory.NameColon(optional.Name).WithTrailingTrivia(SyntaxFactory.Space));
        return new(call, $"Pass '{token.Identifier.ValueText}'", current =>
        {
            var invocation = (InvocationExpressionSyntax)current;
            return invocation.WithArgumentList(invocation.ArgumentList.WithArguments(invocation.ArgumentList.Arguments.With(argument)));
        });
    }

    static IMethodSymbol? Method(InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken cancellationToken) =>
        semantics.GetSymbolInfo(call, cancellationToken).Symbol as IMethodSymbol;

    static bool IsToken(ITypeSymbol? type) => type?.ToDisplayString() == "System.Threading.CancellationToken";
}
