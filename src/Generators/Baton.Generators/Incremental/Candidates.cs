using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Incremental;

/// <summary>The type declarations of a file that bear any attribute; found once for each version of the file.</summary>
static class Candidates
{
    static readonly ConditionalWeakTable<SyntaxTree, TypeDeclarationSyntax[]> Known = new();

    public static TypeDeclarationSyntax[] In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(tree, out var known))
            return known;
        TypeDeclarationSyntax[] found =
        [
            .. tree.GetRoot(cancellationToken).DescendantNodes(MayContainTypes).OfType<TypeDeclarationSyntax>().Where(static type => type.AttributeLists.Count > 0),
        ];
        return Known.GetValue(tree, _ => found);
    }

    static bool MayContainTypes(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;
}
