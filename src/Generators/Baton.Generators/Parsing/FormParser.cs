using System.Collections.Immutable;
using System.Globalization;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads parameters that are fields of a form: of an account's profile, of an action's arguments, of its result.</summary>
sealed class FormParser(INamedTypeSymbol host, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    /// <summary>The form of a new account has no resources.</summary>
    public static bool AccountKinds(FormValueKind kind) => kind < FormValueKind.Resource;

    /// <summary>Reads a positional record.</summary>
    /// <returns>Null after a report.</returns>
    public FormModel? Record(INamedTypeSymbol record, Func<FormValueKind, bool> supports)
    {
        if (record.PrimaryConstructor(cancellationToken) is not { Parameters.Length: > 0 } constructor || record.TypeParameters.Length > 0)
        {
            Report(record.FirstLocation(), record.Name, "the record has no parameters behind its name, or it is generic");
            return null;
        }
        return Parameters(constructor.Parameters, supports) is { } fields ? new(record.PlainFullName(), fields) : null;
    }

    /// <summary>Reads parameters.</summary>
    /// <returns>Null after a report.</returns>
    public EquatableArray<FormFieldModel>? Parameters(IEnumerable<IParameterSymbol> parameters, Func<FormValueKind, bool> supports)
    {
        var fields = ImmutableArray.CreateBuilder<FormFieldModel>();
        var valid = true;
        foreach (var parameter in parameters)
        {
            if (Read(parameter, supports) is not { } field)
                valid = false;
            else if (fields.Any(other => other.Name == field.Name))
                valid = Report(parameter.FirstLocation(), parameter.Name, $"another one is named '{field.Name}'");
            else
                fields.Add(field);
        }
        return valid ? new(fields.ToImmutable()) : null;
    }

    FormFieldModel? Read(IParameterSymbol parameter, Func<FormValueKind, bool> supports)
    {
        if (parameter.Type.HasErrors())
            return null;
        var type = parameter.Type.WithoutNullable(out var nullable);
        nullable |= type.IsReferenceType && parameter.NullableAnnotation == NullableAnnotation.Annotated;
        var kind = KindOf(type);
        if (kind is not { } known || !supports(known) || parameter.RefKind != RefKind.None)
        {
            Report(parameter.TypePlace(cancellationToken), parameter.Name,
                $"its type '{parameter.Type.ShortName()}' is not supported here. Supported: {Supported(supports)}");
            return null;
        }
        var target = known == FormValueKind.TypedResource ? ((INamedTypeSymbol)type).TypeArguments[0] : null;
        if (target is not null && !ResourceTypeParser.IsRegistered(target, compilation))
        {
            Report(parameter.TypePlace(cancellationToken), parameter.Name, $"'{target.ShortName()}' is not a resource type of this connector");
            return null;
        }
        var attribute = AttributeReader.Of(parameter, KnownTypes.FormField, cancellationToken);
        var name = attribute?.Property<string>("Name") is { Length: > 0 } given ? given : Naming.Snake(parameter.Name);
        return new(
            parameter.EscapedName(), name, known, type.FullName(), nullable, !nullable && !parameter.HasExplicitDefaultValue, attribute?.Property<bool>("Secret") ?? false,
            attribute?.Property<string>("DisplayName") ?? Naming.Title(name), attribute?.Property<string>("Description"),
            attribute?.Property<string>("Placeholder"), Default(parameter, type), Choices(type, known), target?.PlainFullName())
        {
            Rules = attribute is null ? EquatableArray<FieldRuleModel>.Empty
                : new FieldRuleParser(parameter.Name, type, attribute, FieldKindOf(known), sink).Parse(),
        };
    }

    /// <summary>The kind of setting that has the same rules; null for resources.</summary>
    static FieldKind? FieldKindOf(FormValueKind kind) => kind switch
    {
        FormValueKind.Text => FieldKind.String,
        FormValueKind.Int32 => FieldKind.Int,
        FormValueKind.Int64 => FieldKind.Long,
        FormValueKind.Truth => FieldKind.Bool,
        FormValueKind.Choice => FieldKind.Enum,
        FormValueKind.TextList => FieldKind.StringList,
        FormValueKind.TextMap => FieldKind.StringMap,
        _ => null,
    };

    static string? Default(IParameterSymbol parameter, ITypeSymbol type) => parameter switch
    {
        { HasExplicitDefaultValue: false } => null,
        _ when type.TypeKind == TypeKind.Enum => FieldKinds.Members(type)
            .FirstOrDefault(field => Equals(field.ConstantValue, parameter.ExplicitDefaultValue))?.Name is { } member ? Naming.Snake(member) : null,
        { ExplicitDefaultValue: bool truth } => truth ? "true" : "false",
        { ExplicitDefaultValue: IFormattable number } => number.ToString(null, CultureInfo.InvariantCulture),
        _ => parameter.ExplicitDefaultValue as string,
    };

    static EquatableArray<EnumMemberModel> Choices(ITypeSymbol type, FormValueKind kind) => kind != FormValueKind.Choice ? default
        : EquatableArray.From(FieldKinds.Members(type).Select(static member => new EnumMemberModel(member.EscapedName(), Naming.Snake(member.Name)))
            .GroupBy(static member => member.Text, StringComparer.Ordinal).Select(static group => group.First()));

    static FormValueKind? KindOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => FormValueKind.Text,
        { SpecialType: SpecialType.System_Boolean } => FormValueKind.Truth,
        { SpecialType: SpecialType.System_Int32 } => FormValueKind.Int32,
        { SpecialType: SpecialType.System_Int64 } => FormValueKind.Int64,
        { TypeKind: TypeKind.Enum } => FormValueKind.Choice,
        _ when type.Is(KnownTypes.ResourceKey) => FormValueKind.Resource,
        _ when type.Is(KnownTypes.TypedResourceKey) => FormValueKind.TypedResource,
        _ when type.Is(KnownTypes.ActionResource) => FormValueKind.WholeResource,
        INamedTypeSymbol { TypeArguments: [var item] } when type.Is(KnownTypes.ReadOnlyList) =>
            item.SpecialType == SpecialType.System_String ? FormValueKind.TextList
            : item.Is(KnownTypes.ResourceKey) ? FormValueKind.ResourceList
            : item.Is(KnownTypes.ActionResource) ? FormValueKind.WholeResourceList
            : item.Is(KnownTypes.ActionEntitlement) ? FormValueKind.EntitlementList
            : item.Is(KnownTypes.ActionGrant) ? FormValueKind.GrantList
            : null,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: SpecialType.System_String }] }
            when type.Is(KnownTypes.ReadOnlyDictionary) => FormValueKind.TextMap,
        _ => null,
    };

    static string Supported(Func<FormValueKind, bool> supports) =>
        "string, bool, int, long, an enum, IReadOnlyList<string>, IReadOnlyDictionary<string, string>" +
        (supports(FormValueKind.Resource) ? ", ResourceKey, ResourceKey<T>, ActionResource, IReadOnlyList of ResourceKey, ActionResource, ActionEntitlement or ActionGrant" : "");

    bool Report(Location? where, string parameter, string problem)
    {
        sink.Report(Descriptors.FormFieldIsUnsupported, where ?? host.FirstLocation(), parameter, host.ShortName(), problem);
        return false;
    }
}
