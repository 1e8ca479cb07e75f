using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads what the settings of a configuration have to do with each other, and which belong together.</summary>
sealed class ConfigRelationParser(INamedTypeSymbol type, ImmutableArray<ConfigFieldModel> fields, IParseSink sink, CancellationToken cancellationToken)
{
    static readonly (string Attribute, string Kind)[] Kinds =
    [
        (KnownTypes.RequiredTogether, "RequiredTogether"), (KnownTypes.AtLeastOne, "AtLeastOne"), (KnownTypes.MutuallyExclusive, "MutuallyExclusive"),
        (KnownTypes.DependentOn, "DependentOn"),
    ];

    public EquatableArray<ConfigRelationModel> Relations()
    {
        var relations = ImmutableArray.CreateBuilder<ConfigRelationModel>();
        foreach (var data in type.GetAttributes().InDeclarationOrder())
        {
            var kind = Array.Find(Kinds, kind => data.AttributeClass.Is(kind.Attribute)).Kind;
            if (kind is not null && Relation(new(data, cancellationToken), kind) is { } relation)
                relations.Add(relation);
        }
        return new(relations.ToImmutable());
    }

    public EquatableArray<ConfigGroupModel> Groups()
    {
        var groups = ImmutableArray.CreateBuilder<ConfigGroupModel>();
        var attributes = AttributeReader.AllOf(type, KnownTypes.FieldGroup, cancellationToken).ToList();
        foreach (var attribute in attributes)
        {
            var name = attribute.Text(0) ?? "";
            var members = Names(attribute, 1, Descriptors.GroupIsInvalid, $"group '{name}'");
            var problem = name.Length == 0 ? ("its name is empty", attribute.At(0))
                : groups.Any(other => other.Name == name) ? ("another one has its name", attribute.At(0))
                : members is { Count: 0 } ? ("it has no settings", attribute.At(0))
                : attribute.Property<bool>("Default") && groups.Any(static other => other.Default) ? ("another one is the default already", attribute.At("Default"))
                : members?.FirstOrDefault(field => field.IsRequiredMember && !attributes.TrueForAll(other => Has(other, field))) is { } required
                    ? ($"'{required.Property}' is a required member, so no other group could be chosen: make it nullable and write Required = true in its [Field]", attribute.At(0))
                : default((string, Location?)?);
            if (problem is var (text, place) && text is not null)
                sink.Report(Descriptors.GroupIsInvalid, place, $"group '{name}'", type.ShortName(), text);
            else if (members is not null)
                groups.Add(new(name, attribute.Property<string>("DisplayName"), attribute.Property<string>("HelpText"), Texts(members), attribute.Property<bool>("Default")));
        }
        return new(groups.ToImmutable());
    }

    static bool Has(AttributeReader group, ConfigFieldModel field) =>
        group.Elements(1).Any(element => element.Value is string name && name == field.Property.TrimStart('@'));

    ConfigRelationModel? Relation(AttributeReader attribute, string kind)
    {
        var dependent = kind == "DependentOn";
        if (Names(attribute, dependent ? 1 : 0, Descriptors.RelationIsInvalid, $"[{kind}]") is not { } members)
            return null;
        var first = dependent ? Find(attribute.Text(0), attribute.At(0), Descriptors.RelationIsInvalid, "[DependentOn]") : null;
        if (dependent && first is null)
            return null;
        var problem = dependent && members.Count == 0 ? "it names nothing that the setting depends on"
            : dependent && members.Contains(first!) ? "a setting cannot depend on itself"
            : !dependent && members.Count < 2 ? "it takes at least two settings"
            : kind == "MutuallyExclusive" && members.FirstOrDefault(static field => field.Required) is { } required
                ? $"'{required.Property}' is required, so the others could never be given"
            : null;
        if (problem is null)
            return new(kind, dependent ? new([first!.Name]) : Texts(members), dependent ? Texts(members) : EquatableArray<string>.Empty);
        sink.Report(Descriptors.RelationIsInvalid, attribute.Location, $"[{kind}]", type.ShortName(), problem);
        return null;
    }

    /// <returns>Null after a report.</returns>
    List<ConfigFieldModel>? Names(AttributeReader attribute, int position, DiagnosticDescriptor descriptor, string owner)
    {
        var found = new List<ConfigFieldModel>();
        var index = 0;
        foreach (var element in attribute.Elements(position))
        {
            var place = attribute.AtElement(position, index++);
            if (Find(element.Value as string, place, descriptor, owner) is not { } field)
                return null;
            if (found.Contains(field))
            {
                sink.Report(descriptor, place, owner, type.ShortName(), $"'{field.Property}' is named twice");
                return null;
            }
            found.Add(field);
        }
        return found;
    }

    ConfigFieldModel? Find(string? property, Location? place, DiagnosticDescriptor descriptor, string owner)
    {
        var field = fields.FirstOrDefault(field => field.Property.TrimStart('@') == property);
        if (field is null)
            sink.Report(descriptor, place, owner, type.ShortName(), $"'{property}' is no property with [Field]");
        return field;
    }

    static EquatableArray<string> Texts(IEnumerable<ConfigFieldModel> members) => new([.. members.Select(static field => field.Name)]);
}
