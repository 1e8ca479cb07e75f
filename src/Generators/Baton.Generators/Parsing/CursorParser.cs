using System.Collections.Immutable;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the type of a cursor.</summary>
static class CursorParser
{
    /// <returns>Null when the type cannot be written into a page token.</returns>
    public static CursorModel? Parse(ITypeSymbol type, CancellationToken cancellationToken)
    {
        var kind = type.SpecialType switch
        {
            SpecialType.System_String => CursorKind.String,
            SpecialType.System_Int32 => CursorKind.Int,
            SpecialType.System_Int64 => CursorKind.Long,
            _ => CursorKind.Record,
        };
        var parts = ImmutableArray<CursorPartModel>.Empty;
        if (kind == CursorKind.Record)
        {
            if (type is not INamedTypeSymbol { IsRecord: true, IsAbstract: false } record || Parts(record, cancellationToken) is not { } read)
                return null;
            parts = read;
        }
        return new(type.FullName(), kind, type.IsValueType, new(parts));
    }

    static ImmutableArray<CursorPartModel>? Parts(INamedTypeSymbol record, CancellationToken cancellationToken)
    {
        if (record.PrimaryConstructor(cancellationToken) is not { Parameters.Length: > 0 } constructor)
            return null;
        var parts = ImmutableArray.CreateBuilder<CursorPartModel>(constructor.Parameters.Length);
        foreach (var parameter in constructor.Parameters)
        {
            var type = parameter.Type.WithoutNullable(out var nullable);
            if (KindOf(type) is not { } kind || parameter.RefKind != RefKind.None)
                return null;
            nullable |= type.IsReferenceType && parameter.NullableAnnotation == NullableAnnotation.Annotated;
            parts.Add(new(parameter.EscapedName(), kind, nullable));
        }
        return parts.MoveToImmutable();
    }

    static CursorPartKind? KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => CursorPartKind.String,
        SpecialType.System_Int32 => CursorPartKind.Int,
        SpecialType.System_Int64 => CursorPartKind.Long,
        SpecialType.System_Boolean => CursorPartKind.Bool,
        SpecialType.System_Double => CursorPartKind.Double,
        _ => null,
    };
}
