using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Declares the entitlement that a group or a role is there for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareMembershipFix))]
[Shared]
public sealed class DeclareMembershipFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NothingToHold];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || semantics.GetDeclaredSymbol(type, cancellationToken) is not { } symbol)
            return null;
        var group = Parsing.AttributeReader.Of(symbol, Parsing.KnownTypes.ResourceType, cancellationToken)?.Elements(1)
            .Any(static trait => Parsing.AttributeReader.EnumMember(trait) == "Group") == true;
        var slug = group ? "member" : "assigned";
        return new(type, $"Declare entitlement '{slug}'", current =>
        {
            var arguments = SyntaxFactory.ParseAttributeArgumentList($"({Code.Text(slug)}, Purpose = Purpose.Assignment)");
            var list = SyntaxFactory.AttributeList([SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("Entitlement"), arguments)])
                .WithLeadingTrivia(SyntaxFactory.Whitespace(Code.Indentation(type))).WithTrailingTrivia(SyntaxFactory.EndOfLine(Code.LineEnd(type)));
            var declaration = (TypeDeclarationSyntax)current;
            return declaration.WithAttributeLists(declaration.AttributeLists.Add(list));
        });
    }
}
