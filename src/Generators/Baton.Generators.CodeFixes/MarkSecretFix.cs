using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Adds <c>Secret = true</c> to the attribute of a setting.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkSecretFix))]
[Shared]
public sealed class MarkSecretFix : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SecretIsNotMarked];

    private protected override Task<string?> TitleAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<string?>("Mark as secret");

    private protected override async Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var attributes = diagnostics
            .Select(diagnostic => root!.FindToken(diagnostic.Location.SourceSpan.Start).Parent as PropertyDeclarationSyntax)
            .Select(property => Attributes.Find(property, KnownTypes.Field, semantics!, cancellationToken)).OfType<AttributeSyntax>();
        var yes = SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression);
        return document.WithSyntaxRoot(root!.ReplaceNodes(attributes, (_, attribute) => attribute.With("Secret", yes)));
    }
}
