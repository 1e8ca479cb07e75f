using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>What a listing method returns.</summary>
/// <param name="Item">What it lists.</param>
/// <param name="Cursor">The type of a page's cursor; null for enumerators.</param>
sealed record ListingResult(ResultShape Shape, ITypeSymbol Item, ITypeSymbol? Cursor)
{
    /// <returns>Null when the type is not one that a listing method may return.</returns>
    public static ListingResult? Of(ITypeSymbol type, Compilation compilation)
    {
        if (type.SpecialType == SpecialType.System_String || type is not (INamedTypeSymbol or IArrayTypeSymbol))
            return null;
        if (type.Is(KnownTypes.TaskOf))
            return OfPage(((INamedTypeSymbol)type).TypeArguments[0], compilation);
        return ItemOf(type, KnownTypes.AsyncEnumerable) is { } streamed ? new(ResultShape.AsyncEnumerable, streamed, null)
            : ItemOf(type, KnownTypes.Enumerable) is { } listed ? new(ResultShape.Enumerable, listed, null)
            : null;
    }

    static ListingResult? OfPage(ITypeSymbol type, Compilation compilation) =>
        type.Is(KnownTypes.Page) ? new(ResultShape.Page, Argument(type, 0), compilation.GetSpecialType(SpecialType.System_String))
        : type.Is(KnownTypes.TypedPage) ? new(ResultShape.Page, Argument(type, 0), Argument(type, 1).WithoutNullable(out _))
        : null;

    static ITypeSymbol? ItemOf(ITypeSymbol type, string sequence)
    {
        if (type.Is(sequence))
            return Argument(type, 0);
        var found = type.AllInterfaces.Where(candidate => candidate.Is(sequence)).ToList();
        return found.Count == 1 ? found[0].TypeArguments[0] : null;
    }

    static ITypeSymbol Argument(ITypeSymbol type, int index) => ((INamedTypeSymbol)type).TypeArguments[index];
}
