using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Writes a slug or the id of a type with lower-case letters, digits and hyphens.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlainSlugFix))]
[Shared]
public sealed class PlainSlugFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SlugIsAmbiguous, DiagnosticIds.ResourceTypeIdIsAmbiguous];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is not { Token.Value: string text } literal)
            return null;
        var words = new string([.. text.Select(static character => char.IsWhiteSpace(character) || character == ':' ? ' ' : char.ToLowerInvariant(character))])
            .Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : new(literal, $"Call it '{string.Join("-", words)}'", current => Code.Text(string.Join("-", words)).WithTriviaFrom(current));
    }
}
