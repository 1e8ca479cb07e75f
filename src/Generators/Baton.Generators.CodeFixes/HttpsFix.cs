using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Makes an address https.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HttpsFix))]
[Shared]
public sealed class HttpsFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UrlIsNotHttps];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
        => node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is { Token.Value: string url } literal &&
            url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            ? new(literal, "Use https", current => Code.Text("https://" + url.Substring("http://".Length)).WithTriviaFrom(current))
            : null;
}
