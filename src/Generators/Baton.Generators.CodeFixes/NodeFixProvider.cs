using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.CodeFixes;

/// <summary>A repair that replaces one node for each diagnostic.</summary>
public abstract class NodeFixProvider : DocumentFixProvider
{
    private protected sealed override async Task<string?> TitleAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        (await RepairsAsync(document, [diagnostic], cancellationToken).ConfigureAwait(false)).FirstOrDefault()?.Title;

    private protected sealed override async Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var repairs = (await RepairsAsync(document, diagnostics, cancellationToken).ConfigureAwait(false)).ToLookup(static repair => repair.Node);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNodes(repairs.Select(static group => group.Key), (original, current) =>
            repairs[original].Aggregate(current, static (node, repair) => repair.Change(node))));
    }

    /// <param name="node">The smallest node at the diagnostic.</param>
    /// <returns>Null when there is no repair here.</returns>
    private protected abstract Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken);

    async Task<List<Repair>> RepairsAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. diagnostics.Select(diagnostic => Find(
                root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), diagnostic, semantics!, cancellationToken)).OfType<Repair>(),
        ];
    }

    /// <param name="Node">What is replaced.</param>
    /// <param name="Title">What the editor offers.</param>
    /// <param name="Change">Makes the new node; the one that it gets may contain other repairs already.</param>
    private protected sealed record Repair(SyntaxNode Node, string Title, Func<SyntaxNode, SyntaxNode> Change);
}
