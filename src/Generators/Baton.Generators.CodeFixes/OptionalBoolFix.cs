using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Removes <c>required</c> from a truth value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OptionalBoolFix))]
[Shared]
public sealed class OptionalBoolFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BoolIsRequired];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } property)
            return null;
        return new(property, "Make it optional", static current =>
        {
            var declaration = (PropertyDeclarationSyntax)current;
            return declaration.WithModifiers([.. declaration.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.RequiredKeyword))])
                .WithLeadingTrivia(declaration.GetLeadingTrivia());
        });
    }
}
