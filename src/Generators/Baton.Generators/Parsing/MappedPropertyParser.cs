using System.Collections.Immutable;
using Baton.Generators.Analyzers.Code;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads <c>[Map]</c> and <c>[Profile]</c> on the properties of a model, or on the parameters of a positional record.</summary>
sealed class MappedPropertyParser(
    INamedTypeSymbol host, Location? place, ITypeSymbol model, string builder,
    Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    readonly ImmutableArray<MappedPropertyModel>.Builder _mapped = ImmutableArray.CreateBuilder<MappedPropertyModel>();

    /// <summary>Whether a property carries <c>[Map(To.Id)]</c>, usable or not.</summary>
    public bool SawId { get; private set; }

    public EquatableArray<MappedPropertyModel> Parse()
    {
        foreach (var property in model.Properties())
        {
            foreach (var attribute in Attributes(property))
            {
                if (attribute.IsMap)
                    ReadMap(property, attribute.Reader);
                else
                    ReadProfile(property, attribute.Reader);
            }
        }
        return new(_mapped.ToImmutable());
    }

    void ReadMap(IPropertySymbol property, AttributeReader attribute)
    {
        if (attribute.Argument(0) is not { } argument || AttributeReader.EnumMember(argument) is not { } part)
        {
            Reject(property, attribute, "an unknown part", "the argument is no member of Baton.To");
            return;
        }
        SawId |= part == "Id";
        if (!Builders.Has(builder, part))
        {
            sink.Report(Descriptors.PartDoesNotFitTrait, attribute.At(0) ?? place, model.ShortName(), property.Name, part, host.ShortName(), builder,
                $"{string.Join(" and ", Builders.OwnersOf(part))} has it");
            return;
        }
        if (Unreadable(property) is { } reason)
            Reject(property, attribute, "To." + part, reason);
        else if (Conversions.ToPart(part, property.Type) is not { } conversion)
            Reject(property, attribute, "To." + part, OtherType(property, Conversions.Supported(part)));
        else if (Builders.IsRepeatable(part) || IsFirst("To." + part, property, attribute, other => other.Target == part))
        {
            _mapped.Add(new(property.EscapedName(), part, null, conversion));
            if (part == "Id" && ChangingNames.Contains(property))
                sink.Report(Descriptors.IdChanges, property.FirstLocation() ?? attribute.Location, host.ShortName(), property.Name);
        }
    }

    void ReadProfile(IPropertySymbol property, AttributeReader attribute)
    {
        var key = attribute.Argument(0) is null or { IsNull: true } ? Naming.Snake(property.Name) : attribute.Text(0) ?? "";
        if (key.Length == 0)
            Reject(property, attribute, "the profile", "the key is empty");
        else if (Unreadable(property) is { } reason)
            Reject(property, attribute, $"profile key '{key}'", reason);
        else if (Conversions.ToProfile(property.Type, compilation) is not { } conversion)
            Reject(property, attribute, $"profile key '{key}'", OtherType(property, Conversions.SupportedInProfile));
        else if (IsFirst($"Profile key '{key}'", property, attribute, other => other.ProfileKey == key))
        {
            _mapped.Add(new(property.EscapedName(), null, key, conversion));
            if (MappedValueAnalyzer.IsLong(property.Type))
                sink.Report(Descriptors.NumberLosesPrecision, property.FirstLocation() ?? attribute.Location, host.ShortName(), key);
        }
    }

    static string OtherType(IPropertySymbol property, string supported) =>
        $"its type '{property.Type.ShortName()}' is not among {supported}; use a Map method to convert it";

    string? Unreadable(IPropertySymbol property) =>
        property.IsStatic ? "it is static"
        : property.GetMethod is not { } getter ? "it has no getter"
        : !compilation.IsSymbolAccessibleWithin(getter, host) ? $"generated code in '{host.Name}' cannot read it"
        : null;

    bool IsFirst(string what, IPropertySymbol property, AttributeReader attribute, Func<MappedPropertyModel, bool> isSame)
    {
        if (_mapped.FirstOrDefault(isSame) is not { } earlier)
            return true;
        sink.Report(Descriptors.PartIsMappedTwice, attribute.Location ?? place, what, model.ShortName(), earlier.Property, property.Name);
        return false;
    }

    void Reject(IPropertySymbol property, AttributeReader attribute, string target, string reason) =>
        sink.Report(Descriptors.PropertyCannotBeMapped, attribute.Location ?? place, model.ShortName(), property.Name, target, reason);

    IEnumerable<(AttributeReader Reader, bool IsMap)> Attributes(IPropertySymbol property)
    {
        var data = new List<AttributeData>();
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            data.AddRange(current.GetAttributes());
            var constructor = current.ContainingType.IsRecord ? current.ContainingType.PrimaryConstructor(cancellationToken) : null;
            if (constructor?.Parameters.FirstOrDefault(parameter => parameter.Name == current.Name) is { } positional)
                data.AddRange(positional.GetAttributes());
        }
        return data.Where(static item => item.AttributeClass.Is(KnownTypes.Map) || item.AttributeClass.Is(KnownTypes.Profile))
            .Select(item => (new AttributeReader(item, cancellationToken), item.AttributeClass.Is(KnownTypes.Map)));
    }
}
