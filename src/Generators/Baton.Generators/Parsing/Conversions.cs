using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>How a property's value reaches the builder's method.</summary>
static class Conversions
{
    /// <summary>For a member of <c>Baton.To</c>.</summary>
    /// <returns>Null when the builder takes no such type.</returns>
    public static ValueConversion? ToPart(string part, ITypeSymbol property)
    {
        var type = property.WithoutNullable(out var nullable);
        var kind = Parts.Of(part);
        return kind.Kind switch
        {
            PartKind.Id => Id(type, nullable || (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated)),
            PartKind.Status => type.SpecialType == SpecialType.System_Boolean || type.Is(KnownTypes.ResourceStatus) ? Plain(nullable) : null,
            PartKind.Enum => type.Is(kind.EnumType!) ? Plain(nullable) : null,
            PartKind.Time => Time(type),
            PartKind.Flag => type.SpecialType == SpecialType.System_Boolean ? ValueConversion.None : null,
            PartKind.Number => IsInteger(type) ? ValueConversion.None : null,
            PartKind.Link when type.Is(KnownTypes.Uri) => ValueConversion.None,
            _ => Text(type),
        };
    }

    /// <summary>For an entry of the profile.</summary>
    public static ValueConversion? ToProfile(ITypeSymbol property, Compilation compilation)
    {
        var type = property.WithoutNullable(out _);
        return Text(type) ?? Time(type) ?? (IsNumberOrBool(type) || IsTextList(type, compilation) ? ValueConversion.None : null);
    }

    /// <summary>The types that a part takes, for messages.</summary>
    public static string Supported(string part) => Parts.Of(part) switch
    {
        { Kind: PartKind.Id } => "string, int, long, Guid",
        { Kind: PartKind.Status } => "bool, ResourceStatus",
        { Kind: PartKind.Enum, EnumType: { } type } => type.Substring("Baton.".Length),
        { Kind: PartKind.Time } => "DateTimeOffset, DateTime",
        { Kind: PartKind.Flag } => "bool",
        { Kind: PartKind.Number } => "integers up to long",
        _ => "string, Guid, Uri, an enum",
    };

    public const string SupportedInProfile =
        "string, bool, integers up to long, float, double, DateTimeOffset, DateTime, Guid, Uri, an enum, IReadOnlyList<string>";

    static ValueConversion? Id(ITypeSymbol type, bool nullable) =>
        type.SpecialType == SpecialType.System_String || IsInteger(type) || type.Is(KnownTypes.Guid) ? Plain(nullable) : null;

    static ValueConversion Plain(bool nullable) => nullable ? ValueConversion.SkipNull : ValueConversion.None;

    static ValueConversion? Time(ITypeSymbol type) =>
        type.Is(KnownTypes.DateTimeOffset) ? ValueConversion.None : type.Is(KnownTypes.DateTime) ? ValueConversion.UtcDateTime : null;

    static ValueConversion? Text(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String ? ValueConversion.None
        : type.TypeKind == TypeKind.Enum || type.Is(KnownTypes.Guid) || type.Is(KnownTypes.Uri) ? ValueConversion.Text
        : null;

    static bool IsInteger(ITypeSymbol type) => type.SpecialType is SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16
        or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64;

    static bool IsNumberOrBool(ITypeSymbol type) =>
        IsInteger(type) || type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Boolean;

    static bool IsTextList(ITypeSymbol type, Compilation compilation)
    {
        if (type.Is(KnownTypes.ReadOnlyList))
            return ((INamedTypeSymbol)type).TypeArguments[0].SpecialType == SpecialType.System_String;
        var texts = type.AllInterfaces.FirstOrDefault(static candidate =>
            candidate.Is(KnownTypes.ReadOnlyList) && candidate.TypeArguments[0].SpecialType == SpecialType.System_String);
        return texts is not null && compilation.HasImplicitConversion(type, texts);
    }
}
