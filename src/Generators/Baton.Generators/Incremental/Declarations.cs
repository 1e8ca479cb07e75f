using System.Runtime.CompilerServices;
using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Incremental;

/// <summary>
/// A number that stands for everything in a compilation that another file's code can mean something different by: what is declared, not
/// what method bodies do. It is the same before and after most keystrokes, and costs only the files that changed.
/// </summary>
static class Declarations
{
    static readonly ConditionalWeakTable<Compilation, object> Compilations = new();
    static readonly ConditionalWeakTable<SyntaxTree, object> Trees = new();
    static readonly ConditionalWeakTable<object, object> Identities = new();
    static long s_lastIdentity;

    public static ulong Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (Compilations.TryGetValue(compilation, out var known))
            return (ulong)known;
        var hash = Hash.Start;
        hash = Hash.Add(hash, IdentityOf(compilation.Options));
        hash = Hash.Add(hash, compilation.AssemblyName ?? "");
        foreach (var reference in compilation.References)
            hash = Hash.Add(hash, IdentityOf(reference));
        foreach (var tree in compilation.SyntaxTrees)
            hash = Hash.Add(hash, OfTree(tree, cancellationToken));
        return (ulong)Compilations.GetValue(compilation, _ => hash);
    }

    static ulong OfTree(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Trees.TryGetValue(tree, out var known))
            return (ulong)known;
        var walker = new Walker();
        walker.Visit(tree.GetRoot(cancellationToken));
        var hash = tree.Options is CSharpParseOptions options ? Hash.Add(walker.Value, (ulong)options.LanguageVersion) : walker.Value;
        return (ulong)Trees.GetValue(tree, _ => hash);
    }

    // Of an object itself: an address or hash code could be used again for another one.
    static ulong IdentityOf(object item) => (ulong)Identities.GetValue(item, static _ => (ulong)Interlocked.Increment(ref s_lastIdentity));

    sealed class Walker() : CSharpSyntaxWalker(SyntaxWalkerDepth.Token)
    {
        bool _isOnType;

        public ulong Value { get; private set; } = Hash.Start;

        public override void VisitToken(SyntaxToken token)
        {
            Value = Hash.Add(Value, (ulong)token.RawKind);
            // Types look at each other's attributes only for whether they are there: [ResourceType("…")] can be retyped at will.
            if (!(_isOnType && token.IsKind(SyntaxKind.StringLiteralToken)))
                Value = Hash.Add(Value, token.Text);
            if (token.HasLeadingTrivia && token.LeadingTrivia.Any(SyntaxKind.NullableDirectiveTrivia))
                AddNullable(token.LeadingTrivia);
        }

        public override void VisitAttributeList(AttributeListSyntax node)
        {
            _isOnType = node.Parent is BaseTypeDeclarationSyntax;
            base.VisitAttributeList(node);
            _isOnType = false;
        }

        public override void VisitBlock(BlockSyntax node)
        {
            // The bodies of methods, accessors and local functions; those of lambdas in initializers are no less hidden.
        }

        public override void VisitArrowExpressionClause(ArrowExpressionClauseSyntax node)
        {
        }

        void AddNullable(SyntaxTriviaList trivia)
        {
            foreach (var directive in trivia)
            {
                if (directive.IsKind(SyntaxKind.NullableDirectiveTrivia))
                    Value = Hash.Add(Value, directive.ToString());
            }
        }
    }
}
