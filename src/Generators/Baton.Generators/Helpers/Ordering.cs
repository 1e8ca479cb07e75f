using Microsoft.CodeAnalysis;

namespace Baton.Generators.Helpers;

/// <summary>Declaration order that does not depend on the order in which the compiler was given the files.</summary>
static class Ordering
{
    public static IEnumerable<T> InDeclarationOrder<T>(this IEnumerable<T> symbols)
        where T : ISymbol => symbols.OrderBy(static symbol => symbol.FirstLocation(), ByPathThenPosition.Instance);

    public static IEnumerable<AttributeData> InDeclarationOrder(this IEnumerable<AttributeData> attributes) =>
        attributes.OrderBy(static data => data.ApplicationSyntaxReference is { } place ? Location.Create(place.SyntaxTree, place.Span) : null,
            ByPathThenPosition.Instance);

    /// <summary>Places without a location (metadata) come first and keep their order, since sorting is stable.</summary>
    sealed class ByPathThenPosition : IComparer<Location?>
    {
        public static readonly ByPathThenPosition Instance = new();

        public int Compare(Location? x, Location? y)
        {
            var order = string.CompareOrdinal(x?.SourceTree?.FilePath, y?.SourceTree?.FilePath);
            return order != 0 ? order : (x?.SourceSpan.Start ?? 0).CompareTo(y?.SourceSpan.Start ?? 0);
        }
    }
}
