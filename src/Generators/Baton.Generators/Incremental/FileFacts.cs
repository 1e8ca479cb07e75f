using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Incremental;

/// <summary>What one version of a file tells by its syntax alone; found out once for each version.</summary>
sealed class FileFacts
{
    static readonly ConditionalWeakTable<SyntaxTree, FileFacts> Known = new();

    readonly HashSet<string> _names;
    readonly HashSet<string> _bases;

    FileFacts(FileWalker walker)
    {
        (Frame, Declared, Own) = (walker.Frame, walker.Declared, walker.Own);
        (Provided, Candidates) = ([.. walker.Provided.Distinct()], [.. walker.Candidates]);
        (_names, _bases, IsForAll) = (walker.Names, walker.Bases, walker.HasGlobalUsings);
    }

    /// <summary>A number that stands for which types there are, and for what the names in the file are looked up in.</summary>
    public ulong Frame { get; }

    /// <summary>A number that stands for all that is declared: all that the code of another file can mean something different by.</summary>
    public ulong Declared { get; }

    /// <summary>A number that stands for that, and for the other things which models of the file's own types, and of those derived from them, are made of.</summary>
    public ulong Own { get; }

    /// <summary>Names by which other files reach what the file declares.</summary>
    public string[] Provided { get; }

    /// <summary>The type declarations that bear any attribute.</summary>
    public TypeDeclarationSyntax[] Candidates { get; }

    /// <summary>Whether its directives are those of every file.</summary>
    public bool IsForAll { get; }

    /// <summary>Whether a declaration of the file names one of these.</summary>
    public bool Names(HashSet<string> names) => names.Overlaps(_names);

    /// <summary>Whether a type of the file has one of these as base, or is one of these in part.</summary>
    public bool BuildsOn(HashSet<string> names) => names.Overlaps(_bases);

    public static FileFacts Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(tree, out var known))
            return known;
        var walker = new FileWalker(tree.Options);
        walker.Visit(tree.GetRoot(cancellationToken));
        var facts = new FileFacts(walker);
        return Known.GetValue(tree, _ => facts);
    }
}
