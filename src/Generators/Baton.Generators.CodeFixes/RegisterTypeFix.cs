using System.Collections.Immutable;
using System.Composition;
using Baton.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Makes a class a resource type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegisterTypeFix))]
[Shared]
public sealed class RegisterTypeFix : NodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.GrantableToUnregisteredType, DiagnosticIds.ParentIsNotRegistered];

    private protected override Repair? Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var written = node.DescendantNodesAndSelf().OfType<TypeSyntax>().LastOrDefault();
        if (written is null || semantics.GetTypeInfo(written, cancellationToken).Type is not INamedTypeSymbol { IsRecord: false, TypeKind: TypeKind.Class } type ||
            type.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != node.SyntaxTree ||
            reference.GetSyntax(cancellationToken) is not ClassDeclarationSyntax declaration)
            return null;
        var name = type.Name.Length > 3 && type.Name.EndsWith("s", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - 1) : type.Name;
        return new(declaration, $"Make '{type.Name}' a resource type", current => Register((ClassDeclarationSyntax)current, Parsing.Naming.Kebab(name)));
    }

    static SyntaxNode Register(ClassDeclarationSyntax declaration, string id)
    {
        // Once is enough when several places name it.
        if (declaration.AttributeLists.Any(static list => list.Attributes.Any(static attribute => attribute.Name.ToString() == "ResourceType")))
            return declaration;
        var (leading, indentation, end) = (declaration.GetLeadingTrivia(), Code.Indentation(declaration), Code.LineEnd(declaration));
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("ResourceType"),
            SyntaxFactory.AttributeArgumentList([SyntaxFactory.AttributeArgument(Code.Text(id))]));
        var partial = declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? declaration
            : declaration.WithModifiers(declaration.Modifiers.Add(SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
        var list = SyntaxFactory.AttributeList([attribute]).WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.EndOfLine(end));
        return partial.WithLeadingTrivia(SyntaxFactory.Whitespace(indentation)).WithAttributeLists(partial.AttributeLists.Insert(0, list));
    }
}
