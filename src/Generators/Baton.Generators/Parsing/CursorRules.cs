using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Checks that the result of a paged method and its parameters agree on the cursor.</summary>
static class CursorRules
{
    public static string Unsupported(ITypeSymbol cursor) =>
        $"'{cursor.ShortName()}' cannot be a cursor, which is a string, an int, a long, " +
        "or a positional record of strings, ints, longs, bools and doubles";

    /// <summary>Whether a parameter of this type receives the cursor.</summary>
    public static bool Takes(ITypeSymbol parameter, ITypeSymbol? cursor) =>
        cursor is not null && parameter.WithoutNullable(out _).Same(cursor.WithoutNullable(out _));

    public static bool IsTaken(
        IMethodSymbol method, ListingResult result, EquatableArray<ArgumentKind> arguments, Action<Location?, string> reject)
    {
        if (result.Cursor is null || arguments.Contains(ArgumentKind.Cursor))
            return true;
        reject(method.FirstLocation(), $"it returns pages but takes no cursor '{result.Cursor.ShortName()}?'");
        return false;
    }
}
