using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Gives a setting an <c>init</c> accessor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InitSetterFix))]
[Shared]
public sealed class InitSetterFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SettingCannotBeSet];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { ExpressionBody: null, AccessorList: { } accessors } property ||
            property.Modifiers.Any(SyntaxKind.StaticKeyword) || accessors.Accessors.Any(static accessor => accessor.Body is not null || accessor.ExpressionBody is not null))
            return null;
        return new(property, "Make it { get; init; }", static current => ((PropertyDeclarationSyntax)current).WithAccessorList(
            SyntaxFactory.ParseMemberDeclaration("int P { get; init; }") is PropertyDeclarationSyntax { AccessorList: { } made }
                ? made.WithTriviaFrom(((PropertyDeclarationSyntax)current).AccessorList!)
                : null));
    }
}
