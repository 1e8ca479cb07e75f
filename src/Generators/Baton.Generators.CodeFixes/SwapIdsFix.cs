using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Swaps two arguments.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapIdsFix))]
[Shared]
public sealed class SwapIdsFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.IdsAreSwapped];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax first || diagnostic.AdditionalLocations is not [var place] ||
            node.SyntaxTree.GetRoot(cancellationToken).FindNode(place.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax second ||
            first.Ancestors().FirstOrDefault(ancestor => ancestor.Span.Contains(second.Span)) is not { } common)
            return null;
        return new(common, "Swap the ids", current =>
        {
            var (left, right) = (Find(current, first, common), Find(current, second, common));
            return current.ReplaceNodes([left, right], (original, _) => (original == left ? second : first).WithTriviaFrom(original));
        });
    }

    // The same place in a copy of the call.
    static SyntaxNode Find(SyntaxNode current, SyntaxNode wanted, SyntaxNode original) => current.DescendantNodes()
        .First(candidate => candidate.SpanStart - current.SpanStart == wanted.SpanStart - original.SpanStart && candidate.IsEquivalentTo(wanted));
}
