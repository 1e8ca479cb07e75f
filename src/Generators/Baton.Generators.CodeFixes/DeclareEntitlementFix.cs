using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Adds <c>[Entitlement("…")]</c> for a slug that an attribute or <c>For</c> names and no entitlement declares.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareEntitlementFix))]
[Shared]
public sealed class DeclareEntitlementFix : DocumentFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SlugIsNotDeclared, DiagnosticIds.NamedSlugIsNotDeclared];

    private protected override async Task<string?> TitleAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { Slug: var slug } ? $"Declare entitlement '{slug}'" : null;

    private protected override async Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        // One class may have several parts here; the first that names an entitlement declares all of them.
        var parts = new Dictionary<ISymbol, TypeDeclarationSyntax>(SymbolEqualityComparer.Default);
        var slugs = new Dictionary<TypeDeclarationSyntax, List<string>>();
        foreach (var diagnostic in diagnostics)
        {
            if (await FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } found)
                continue;
            if (!parts.TryGetValue(found.Type, out var part))
            {
                parts.Add(found.Type, part = found.Part);
                slugs.Add(part, []);
            }
            if (!slugs[part].Contains(found.Slug))
                slugs[part].Add(found.Slug);
        }
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNodes(slugs.Keys, (original, type) => Declare(type, slugs[original])));
    }

    /// <summary>The slug, and the part of the class that names it.</summary>
    static async Task<(INamedTypeSymbol Type, TypeDeclarationSyntax Part, string Slug)?> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var expression = root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        // The slug of an empty text cannot be declared.
        if (semantics!.GetConstantValue(expression, cancellationToken).Value is not string slug || IdRules.Invalid(slug) is not null)
            return null;
        // Other calls name an entitlement of another type.
        if (diagnostic.Id == DiagnosticIds.NamedSlugIsNotDeclared &&
            expression.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "For" } })
            return null;
        var part = expression.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return part is not null && semantics.GetDeclaredSymbol(part, cancellationToken) is { } type && type.Has(KnownTypes.ResourceType)
            ? (type, part, slug)
            : null;
    }

    // Below the attributes that are there, each on a line of its own, as far in as the class.
    static TypeDeclarationSyntax Declare(TypeDeclarationSyntax type, List<string> slugs)
    {
        var before = type.GetLeadingTrivia();
        var indentation = before.Count > 0 && before[before.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia)
            ? SyntaxFactory.TriviaList(before[before.Count - 1])
            : [];
        var lineEnd = type.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        if (lineEnd == default)
            lineEnd = SyntaxFactory.LineFeed;
        var lists = slugs.Select(slug => SyntaxFactory.AttributeList([Entitlement(slug)])
            .WithLeadingTrivia(indentation).WithTrailingTrivia(lineEnd)).ToList();
        if (type.AttributeLists.Count > 0)
            return type.WithAttributeLists(type.AttributeLists.AddRange(lists));
        lists[0] = lists[0].WithLeadingTrivia(before);
        return type.WithLeadingTrivia(indentation).WithAttributeLists([.. lists]);
    }

    static AttributeSyntax Entitlement(string slug) => SyntaxFactory.Attribute(
        SyntaxFactory.IdentifierName("Entitlement"),
        SyntaxFactory.AttributeArgumentList([SyntaxFactory.AttributeArgument(
            SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(slug)))]));
}
