using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Baton.Generators.Helpers;

/// <summary>Names of symbols, as code and as metadata.</summary>
static class SymbolNames
{
    static readonly SymbolDisplayFormat Code = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    static readonly SymbolDisplayFormat CodeWithNullability =
        Code.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    static readonly SymbolDisplayFormat Namespace = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.CSharpShortErrorMessageFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseAsterisksInMultiDimensionalArrays);

    /// <summary>Full name with <c>global::</c>; the type itself is not nullable, its arguments may be.</summary>
    public static string FullName(this ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(CodeWithNullability);

    /// <summary>Full name with <c>global::</c> and the nullability of the type.</summary>
    public static string FullNameWithNullability(this ITypeSymbol type) => type.ToDisplayString(CodeWithNullability);

    /// <summary>Full name with <c>global::</c>, for <c>typeof</c> and for comparing.</summary>
    public static string PlainFullName(this ITypeSymbol type) => type.ToDisplayString(Code);

    /// <summary>Name for messages.</summary>
    public static string ShortName(this ITypeSymbol type) => type.ToDisplayString(Short);

    /// <summary>The namespace as code; empty for the global one.</summary>
    public static string NamespaceName(this ISymbol symbol) => symbol.ContainingNamespace is { IsGlobalNamespace: false } space
        ? space.ToDisplayString(Namespace)
        : "";

    /// <summary>Full name as in metadata: <c>Acme.Outer`1+Inner</c>.</summary>
    public static string FullMetadataName(this INamedTypeSymbol type)
    {
        var name = type.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.MetadataName + "+" + name;
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            name = space.MetadataName + "." + name;
        return name;
    }

    /// <summary>The name as code: a keyword gets its <c>@</c>.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    public static string EscapedName(this ISymbol symbol) => Escape(symbol.Name);
}
