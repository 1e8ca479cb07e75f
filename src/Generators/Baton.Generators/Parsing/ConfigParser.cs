using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the record marked with <c>[ConnectorConfig]</c>.</summary>
static class ConfigParser
{
    public const string Attribute = "ConnectorConfig";

    /// <returns>Null when nothing can be generated for the record; then the sink, or the compiler, has said why.</returns>
    public static ConfigModel? Parse(INamedTypeSymbol type, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
    {
        if (AttributeReader.Of(type, KnownTypes.ConnectorConfig, cancellationToken) is not { } attribute)
            return null;
        var place = attribute.Target ?? type.FirstLocation();
        var host = HostParser.Parse(type, Attribute, place, compilation, sink, cancellationToken);
        var usable = IsRecord(type, place, sink);
        var reader = new ConfigFieldParser(type, compilation, sink, cancellationToken);
        var fields = new List<(ConfigFieldModel Model, Location? Place)>();
        foreach (var property in type.Properties())
        {
            if (AttributeReader.Of(property, KnownTypes.Field, cancellationToken) is { } field)
            {
                // A required setting that is dropped would make the generated initializer fail.
                if (reader.Parse(property, field) is { } model)
                    fields.Add((model, reader.NamePlace(property, field)));
                else
                    usable &= !property.IsRequired;
            }
            else if (property.IsRequired)
            {
                sink.Report(Descriptors.RequiredMemberIsNoSetting, property.FirstLocation() ?? place, property.Name, type.ShortName());
                usable = false;
            }
        }
        foreach (var member in RequiredFields(type))
        {
            sink.Report(Descriptors.RequiredMemberIsNoSetting, member.FirstLocation() ?? place, member.Name, type.ShortName());
            usable = false;
        }
        var names = new SettingNames(sink);
        var distinct = fields.Where(field => names.Add(field.Model, field.Place)).Select(static field => field.Model).ToImmutableArray();
        usable &= distinct.Count(static field => field.IsRequiredMember) == fields.Count(static field => field.Model.IsRequiredMember);
        var relations = new ConfigRelationParser(type, distinct, sink, cancellationToken);
        var (related, groups) = (relations.Relations(), relations.Groups());
        return usable && host is not null ? new(host, new(distinct), related, groups) { DisplayName = attribute.Property<string>("DisplayName") } : null;
    }

    static IEnumerable<IFieldSymbol> RequiredFields(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers().OfType<IFieldSymbol>().Where(static candidate => candidate.IsRequired).InDeclarationOrder())
                yield return member;
        }
    }

    static bool IsRecord(INamedTypeSymbol type, Location? place, IParseSink sink)
    {
        var problem = !type.IsRecord ? "is a class"
            : !type.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty) ? "has no constructor without parameters"
            : null;
        if (problem is not null && type.TypeKind == TypeKind.Class)
            sink.Report(Descriptors.ConfigIsNotARecord, place, type.Name, problem);
        return problem is null;
    }
}
