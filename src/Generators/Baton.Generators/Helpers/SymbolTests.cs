using Microsoft.CodeAnalysis;

namespace Baton.Generators.Helpers;

/// <summary>Questions about symbols.</summary>
static class SymbolTests
{
    /// <summary>Whether the type, or what it is constructed from, has this full metadata name.</summary>
    /// <remarks>By name, since asking the compilation for a type by name fails when two references define it.</remarks>
    public static bool Is(this ITypeSymbol? type, string metadataName)
    {
        if (type is not INamedTypeSymbol { ContainingType: null } named)
            return false;
        var end = metadataName.Length - named.MetadataName.Length;
        return end > 0 && metadataName[end - 1] == '.' && metadataName.EndsWith(named.MetadataName, StringComparison.Ordinal) &&
            IsNamespace(named.ContainingNamespace, metadataName, end - 1);
    }

    public static bool Has(this ISymbol symbol, string attribute) => symbol.GetAttributes().Any(data => data.AttributeClass.Is(attribute));

    /// <summary>The type without <c>Nullable&lt;&gt;</c> around it.</summary>
    public static ITypeSymbol WithoutNullable(this ITypeSymbol type, out bool wasNullable)
    {
        wasNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return wasNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
    }

    /// <summary>Whether null may be passed: <c>int?</c>, <c>string?</c>, or a reference type in code that does not know nullability.</summary>
    public static bool AcceptsNull(this ITypeSymbol type) => type.IsReferenceType
        ? type.NullableAnnotation != NullableAnnotation.NotAnnotated
        : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    public static bool Same(this ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    public static bool IsOrDerivesFrom(this INamedTypeSymbol type, INamedTypeSymbol other)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.OriginalDefinition.Same(other.OriginalDefinition))
                return true;
        }
        return false;
    }

    public static bool HasErrors(this ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => array.ElementType.HasErrors(),
        INamedTypeSymbol named => named.TypeArguments.Any(HasErrors),
        _ => false,
    };

    public static Location? FirstLocation(this ISymbol symbol) => symbol.Locations.FirstOrDefault(static location => location.IsInSource);

    static bool IsNamespace(INamespaceSymbol? space, string name, int end)
    {
        while (space is { IsGlobalNamespace: false })
        {
            var start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, space.Name, 0, space.Name.Length) != 0)
                return false;
            space = space.ContainingNamespace;
            if (space.IsGlobalNamespace)
                return start == 0;
            if (start == 0 || name[start - 1] != '.')
                return false;
            end = start - 1;
        }
        return false;
    }
}
