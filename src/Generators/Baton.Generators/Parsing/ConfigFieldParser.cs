using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads a property marked with <c>[Field]</c>.</summary>
sealed class ConfigFieldParser(INamedTypeSymbol type, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    /// <returns>Null when the property cannot be a setting.</returns>
    public ConfigFieldModel? Parse(IPropertySymbol property, AttributeReader field)
    {
        // Names and flags are checked even when the type is wrong: all mistakes are shown at once.
        var name = field.Property<string>("Name") ?? Naming.Kebab(property.Name);
        var usable = CheckName(property, field, name) & CanBeSet(property);
        var shortHand = ShortHand(property, field);
        if (property.Type.HasErrors() || Kind(property) is not { } kind)
            return null;
        var secret = field.Property<bool>("Secret");
        if (!secret && SecretNames.LooksSecret(name, property.Name, kind))
            sink.Report(Descriptors.SecretIsNotMarked, property.FirstLocation() ?? field.Location, property.Name);
        if ((property.IsRequired || field.Property<bool>("Required")) && kind == FieldKind.Bool)
            sink.Report(Descriptors.BoolIsRequired, property.FirstLocation() ?? field.Location, property.Name);
        if (!usable)
            return null;
        var bare = property.Type.WithoutNullable(out _);
        var required = property.IsRequired || field.Property<bool>("Required");
        return new(
            property.EscapedName(), bare.FullName(), name, kind, required, secret, field.Property<bool>("Hidden"), shortHand,
            field.Property<string>("DisplayName"), field.Property<string>("Description"), field.Property<string>("Placeholder"),
            property.IsRequired ? null : new DefaultValueReader(compilation, cancellationToken).Read(property, kind),
            kind == FieldKind.Enum ? Members(bare) : EquatableArray<EnumMemberModel>.Empty)
        {
            IsRequiredMember = property.IsRequired,
            Shared = field.Property<bool>("Shared"),
            Suggested = field.Property<string>("Suggested"),
            Variant = Member(field, "Input") ?? "Text",
            Export = Member(field, "Export") ?? "Form",
            Extensions = new([.. field.Named("Extensions") is { Kind: TypedConstantKind.Array, IsNull: false } list ? list.Values.Select(static v => v.Value as string ?? "") : []]),
            Rules = new FieldRuleParser(property.Name, property.Type, field, kind, sink).Parse(),
        };
    }

    static string? Member(AttributeReader field, string property) => field.Named(property) is { } value ? AttributeReader.EnumMember(value) : null;

    /// <summary>What gives the setting its name: the argument, else the property.</summary>
    public Location? NamePlace(IPropertySymbol property, AttributeReader field) =>
        field.Named("Name") is null ? property.FirstLocation() ?? type.FirstLocation() : field.At("Name");

    bool CheckName(IPropertySymbol property, AttributeReader field, string name)
    {
        if (!IsName(name))
        {
            sink.Report(Descriptors.SettingNameIsInvalid, NamePlace(property, field), name, property.Name);
            return false;
        }
        if (field.Property<bool>("Shared"))
            return CheckShared(property, field, name);
        if (SdkFlags.Owner(name) is { } owner)
            sink.Report(Descriptors.SettingClashesWithSdkFlag, NamePlace(property, field), name, property.Name, owner);
        return true;
    }

    bool CheckShared(IPropertySymbol property, AttributeReader field, string name)
    {
        var kind = SdkFlags.SharedKind(name);
        var problem = kind is null ? $"no connector's form shows a shared flag of that name; shared flags are {SdkFlags.SharedNames}"
            : kind != FieldKinds.Of(property.Type.WithoutNullable(out _)) ? $"the flag '--{name}' holds another type: {SdkFlags.TypeName(kind.Value)}"
            : property.IsRequired ? $"the flag '--{name}' is optional, so drop 'required'"
            : null;
        if (problem is not null)
            sink.Report(Descriptors.SettingTypeIsUnsupported, NamePlace(property, field), property.Name, property.Type.ShortName(), problem);
        return problem is null;
    }

    bool CanBeSet(IPropertySymbol property)
    {
        var problem = property.IsStatic ? "it is static"
            : property.SetMethod is not { } setter ? "it has no setter"
            : !compilation.IsSymbolAccessibleWithin(setter, type) ? "its setter is not accessible"
            : null;
        if (problem is not null)
            sink.Report(Descriptors.SettingCannotBeSet, property.FirstLocation() ?? type.FirstLocation(), property.Name, problem);
        return problem is null;
    }

    char ShortHand(IPropertySymbol property, AttributeReader field)
    {
        var letter = field.Property<char>("ShortHand");
        if (letter == '\0')
            return letter;
        var problem = !IsLetter(letter) && !IsDigit(letter) ? "use a letter or a digit" : SdkFlags.ShortHandOwner(letter);
        if (problem is null)
            return letter;
        sink.Report(Descriptors.ShortHandIsInvalid, field.At("ShortHand"), property.Name, letter, problem);
        return '\0';
    }

    FieldKind? Kind(IPropertySymbol property)
    {
        var bare = property.Type.WithoutNullable(out _);
        var kind = FieldKinds.Of(bare);
        var problem = kind is null ? "no flag can hold it"
            : kind == FieldKind.Enum && FieldKinds.SharedText(bare) is { } text ? $"two of its members are both '{text}' on the command line"
            : null;
        if (problem is null)
            return kind;
        sink.Report(Descriptors.SettingTypeIsUnsupported, property.TypePlace(cancellationToken) ?? type.FirstLocation(),
            property.Name, property.Type.ShortName(), problem);
        return null;
    }

    static EquatableArray<EnumMemberModel> Members(ITypeSymbol type) => new(FieldKinds.Members(type)
        .Select(static member => new EnumMemberModel(member.EscapedName(), Naming.Kebab(member.Name))).ToImmutableArray());

    static bool IsName(string name) =>
        name.Length > 0 && IsLetter(name[0]) && name.All(static character => IsLetter(character) || IsDigit(character) || character is '-' or '_');

    static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    static bool IsDigit(char character) => character is >= '0' and <= '9';
}
