using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>The types that settings can have.</summary>
static class FieldKinds
{
    /// <param name="type">The property's type without <c>Nullable&lt;&gt;</c>.</param>
    public static FieldKind? Of(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => FieldKind.String,
        { SpecialType: SpecialType.System_Boolean } => FieldKind.Bool,
        { SpecialType: SpecialType.System_Int32 } => FieldKind.Int,
        { SpecialType: SpecialType.System_Int64 } => FieldKind.Long,
        { TypeKind: TypeKind.Enum } => FieldKind.Enum,
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_String } => FieldKind.StringArray,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] } when type.Is(KnownTypes.ReadOnlyList) =>
            FieldKind.StringList,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: SpecialType.System_String }] }
            when type.Is(KnownTypes.ReadOnlyDictionary) => FieldKind.StringMap,
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => FieldKind.File,
        _ when type.Is(KnownTypes.Uri) => FieldKind.Uri,
        _ => null,
    };

    /// <summary>Members of an enum in declaration order.</summary>
    public static IEnumerable<IFieldSymbol> Members(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue);

    /// <summary>A text that two members share, so that no text could name the second.</summary>
    public static string? SharedText(ITypeSymbol type) => Members(type).Select(static member => Naming.Kebab(member.Name))
        .GroupBy(static text => text, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1)?.Key;
}
