using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Uses <c>?.</c> where a value may be null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NullConditionalFix))]
[Shared]
public sealed class NullConditionalFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NullIsDereferenced];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var receiver = node as ExpressionSyntax ?? node.FirstAncestorOrSelf<ExpressionSyntax>();
        while (receiver is not null && receiver.Span != diagnostic.Location.SourceSpan)
            receiver = receiver.Parent as ExpressionSyntax;
        if (receiver?.Parent is not MemberAccessExpressionSyntax access || access.Expression != receiver)
            return null;
        ExpressionSyntax chain = access;
        while (chain.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax)
            chain = (ExpressionSyntax)chain.Parent;
        // Null goes on as an argument; elsewhere the author decides what it means.
        if (chain.Parent is not ArgumentSyntax)
            return null;
        var rest = chain.ReplaceNode(access, SyntaxFactory.MemberBindingExpression(access.Name));
        return new(chain, "Use '?.'", current => SyntaxFactory.ConditionalAccessExpression(receiver.WithoutTrivia(), rest.WithoutTrivia()).WithTriviaFrom(current));
    }
}
