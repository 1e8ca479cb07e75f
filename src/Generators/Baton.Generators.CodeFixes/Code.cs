using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.CodeFixes;

/// <summary>Makes pieces of code.</summary>
static class Code
{
    public static LiteralExpressionSyntax Text(string value) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(value));

    /// <summary>The name of a type: short where it is imported, else in full.</summary>
    public static string Name(string fullName, int position, SemanticModel semantics)
    {
        var name = fullName.Substring(fullName.LastIndexOf('.') + 1);
        return semantics.LookupNamespacesAndTypes(position, name: name).OfType<INamedTypeSymbol>().Any(type => type.ToDisplayString() == fullName) ||
            semantics.LookupNamespacesAndTypes(position, name: name + "Attribute").OfType<INamedTypeSymbol>()
                .Any(type => type.ToDisplayString() == fullName + "Attribute")
            ? name
            : fullName;
    }

    /// <summary>Adds an element behind the others.</summary>
    public static SeparatedSyntaxList<T> With<T>(this SeparatedSyntaxList<T> list, T added)
        where T : SyntaxNode => list.Count == 0
        ? SyntaxFactory.SingletonSeparatedList(added)
        : SyntaxFactory.SeparatedList(list.Append(added.WithLeadingTrivia(SyntaxFactory.Space)), list.GetSeparators().Append(SyntaxFactory.Token(SyntaxKind.CommaToken)));

    /// <summary>The white space that a member's first line begins with.</summary>
    public static string Indentation(SyntaxNode member)
    {
        var leading = member.GetLeadingTrivia();
        return leading.Count > 0 && leading[leading.Count - 1] is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";
    }

    public static string LineEnd(SyntaxNode node)
    {
        var end = node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return end.IsKind(SyntaxKind.EndOfLineTrivia) ? end.ToString() : "\n";
    }
}
