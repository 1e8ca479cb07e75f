using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Keeps the caught exception: as the inner one, or by rethrowing it as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepCauseFix))]
[Shared]
public sealed class KeepCauseFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.CauseIsLost];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } handler)
            return null;
        if (node.FirstAncestorOrSelf<ThrowStatementSyntax>() is { Expression: IdentifierNameSyntax } again)
            return new(again, "Write 'throw;'", static current => ((ThrowStatementSyntax)current).WithExpression(null)
                .WithThrowKeyword(((ThrowStatementSyntax)current).ThrowKeyword.WithTrailingTrivia()));
        if (node.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is not { ArgumentList: { } arguments } creation ||
            semantics.GetSymbolInfo(creation, cancellationToken).Symbol is not IMethodSymbol constructor || !TakesCause(constructor, arguments.Arguments.Count))
            return null;
        var name = handler.Declaration is { Identifier: var identifier } && !identifier.IsKind(SyntaxKind.None) ? identifier.ValueText : "error";
        return new(handler, "Pass the caught exception as the inner one", current =>
        {
            var clause = (CatchClauseSyntax)current;
            var written = clause.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().First(candidate => candidate.IsEquivalentTo(creation));
            clause = clause.ReplaceNode(written, written.WithArgumentList(written.ArgumentList!.WithArguments(
                written.ArgumentList.Arguments.With(SyntaxFactory.Argument(SyntaxFactory.IdentifierName(name))))));
            return Named(clause, name, semantics);
        });
    }

    static bool TakesCause(IMethodSymbol constructor, int count) => constructor.ContainingType.InstanceConstructors.Any(other =>
        other.Parameters.Length == count + 1 && other.Parameters[count].Type.ToDisplayString().StartsWith("System.Exception", StringComparison.Ordinal));

    static CatchClauseSyntax Named(CatchClauseSyntax clause, string name, SemanticModel semantics)
    {
        var identifier = SyntaxFactory.Identifier(name).WithLeadingTrivia(SyntaxFactory.Space);
        if (clause.Declaration is { } declaration)
            return declaration.Identifier.IsKind(SyntaxKind.None) ? clause.WithDeclaration(declaration.WithIdentifier(identifier)) : clause;
        var type = SyntaxFactory.ParseTypeName(Code.Name("System.Exception", 0, semantics));
        return clause.WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space))
            .WithDeclaration(SyntaxFactory.CatchDeclaration(type, identifier).WithTrailingTrivia(clause.CatchKeyword.TrailingTrivia));
    }
}
