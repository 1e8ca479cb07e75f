using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Incremental;

/// <summary>Reads the facts of a file: declarations, not what method bodies do.</summary>
sealed class FileWalker : CSharpSyntaxWalker
{
    const string Attribute = "Attribute";

    bool _isOnType;
    bool _isInMember;
    bool _isInStaticType;
    bool _isInBody;
    bool _readsBody;

    public FileWalker(ParseOptions options)
        : base(SyntaxWalkerDepth.Token) =>
        Frame = Declared = Own = Hash.Add(Hash.Start, (ulong)((options as CSharpParseOptions)?.LanguageVersion ?? default));

    public ulong Frame { get; private set; }

    public ulong Declared { get; private set; }

    public ulong Own { get; private set; }

    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Bases { get; } = new(StringComparer.Ordinal);

    public List<string> Provided { get; } = [];

    public List<TypeDeclarationSyntax> Candidates { get; } = [];

    public bool HasGlobalUsings { get; private set; }

    public override void VisitToken(SyntaxToken token)
    {
        Add(token.RawKind, token.Text, isText: _isOnType && token.IsKind(SyntaxKind.StringLiteralToken));
        if (token.IsKind(SyntaxKind.IdentifierToken) && !_isInBody)
            Names.Add(token.ValueText);
        if (!token.HasLeadingTrivia)
            return;
        foreach (var trivia in token.LeadingTrivia)
        {
            if (trivia.IsKind(SyntaxKind.NullableDirectiveTrivia))
                Add(trivia.RawKind, trivia.ToString(), isText: false);
        }
    }

    public override void DefaultVisit(SyntaxNode node)
    {
        var (isInMember, isInStaticType) = (_isInMember, _isInStaticType);
        switch (node)
        {
            case BaseTypeDeclarationSyntax type:
                VisitType(type);
                break;
            case DelegateDeclarationSyntax type:
                Provide(type.Identifier);
                break;
            case BaseNamespaceDeclarationSyntax:
                break;
            case ParameterListSyntax or MemberDeclarationSyntax:
                _isInMember = true;
                break;
        }
        base.DefaultVisit(node);
        (_isInMember, _isInStaticType) = (isInMember, isInStaticType);
    }

    public override void VisitAttributeList(AttributeListSyntax node)
    {
        _isOnType = node.Parent is BaseTypeDeclarationSyntax;
        base.VisitAttributeList(node);
        _isOnType = false;
    }

    public override void VisitUsingDirective(UsingDirectiveSyntax node)
    {
        HasGlobalUsings |= node.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
        base.VisitUsingDirective(node);
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        // Extensions are called by their own name, not by that of their type.
        if (_isInStaticType)
            Provide(node.Identifier);
        _readsBody = node.Identifier.ValueText == "Map";
        base.VisitMethodDeclaration(node);
        _readsBody = false;
    }

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        if (_isInStaticType)
            Provide(node.Identifier);
        base.VisitPropertyDeclaration(node);
    }

    // The bodies of methods, accessors and local functions; those of lambdas in initializers are no less hidden.
    public override void VisitBlock(BlockSyntax node) => VisitBody(node);

    public override void VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) => VisitBody(node);

    void VisitBody(SyntaxNode node)
    {
        if (!_readsBody)
            return;
        var isInBody = _isInBody;
        _isInBody = true;
        DefaultVisit(node);
        _isInBody = isInBody;
    }

    void VisitType(BaseTypeDeclarationSyntax type)
    {
        Provide(type.Identifier);
        if (type is TypeDeclarationSyntax { AttributeLists.Count: > 0 } candidate)
            Candidates.Add(candidate);
        _isInMember = false;
        _isInStaticType |= type.Modifiers.Any(SyntaxKind.StaticKeyword);
        if (type.Modifiers.Any(SyntaxKind.PartialKeyword))
            Bases.Add(type.Identifier.ValueText);
        foreach (var name in type.BaseList?.DescendantTokens() ?? [])
        {
            if (name.IsKind(SyntaxKind.IdentifierToken))
                Bases.Add(name.ValueText);
        }
    }

    void Provide(SyntaxToken name)
    {
        Provided.Add(name.ValueText);
        if (name.ValueText.EndsWith(Attribute, StringComparison.Ordinal))
            Provided.Add(name.ValueText.Substring(0, name.ValueText.Length - Attribute.Length));
    }

    void Add(int kind, string text, bool isText)
    {
        Own = Hash.Add(Hash.Add(Own, (ulong)kind), text);
        if (_isInBody)
            return;
        Declared = Hash.Add(Declared, (ulong)kind);
        // Types look at each other's attributes only for whether they are there: [ResourceType("…")] can be retyped at will.
        if (!isText)
            Declared = Hash.Add(Declared, text);
        if (!_isInMember)
            Frame = Hash.Add(Hash.Add(Frame, (ulong)kind), isText ? "" : text);
    }
}
