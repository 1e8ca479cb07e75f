using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads <c>[Entitlement]</c> and <c>[Grantable]</c>.</summary>
sealed class EntitlementParser(INamedTypeSymbol host, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    public EquatableArray<EntitlementModel> Parse()
    {
        var entitlements = new List<EntitlementModel>();
        foreach (var attribute in AttributeReader.AllOf(host, KnownTypes.Entitlement, cancellationToken))
        {
            if (Read(attribute, entitlements) is not { } entitlement)
                continue;
            ExclusionRules.Check(entitlement, attribute, entitlements, host, sink);
            entitlements.Add(entitlement);
        }
        string[] declared = [.. entitlements.Select(static entitlement => entitlement.Slug)];
        var grantable = GrantableTypes(declared);
        var annotations = Annotations(declared);
        return new(entitlements.Select(entitlement => entitlement with
        {
            GrantableTo = new([.. grantable[entitlement.Slug].Distinct()]),
            Annotations = new([.. annotations[entitlement.Slug]]),
        }).ToImmutableArray());
    }

    EntitlementModel? Read(AttributeReader attribute, List<EntitlementModel> earlier)
    {
        var slug = attribute.Text(0);
        if (IdRules.Invalid(slug) is { } problem)
        {
            sink.Report(Descriptors.SlugIsInvalid, attribute.At(0), slug ?? "null", host.ShortName(), problem);
            return null;
        }
        if (earlier.Any(other => other.Slug == slug))
        {
            sink.Report(Descriptors.DuplicateSlug, attribute.At(0), host.ShortName(), slug!);
            return null;
        }
        if (IdRules.Ambiguous(slug!) is { } character)
            sink.Report(Descriptors.SlugIsAmbiguous, attribute.At(0), slug!, host.ShortName(), character);
        var owner = $"entitlement {slug} of {host.ShortName()}";
        return new(
            slug!,
            Purpose(attribute, slug!),
            TextRules.Read(attribute, "DisplayName", TextRules.DisplayName, owner, sink),
            TextRules.Read(attribute, "Description", TextRules.EntitlementDescription, owner, sink),
            EquatableArray<string>.Empty)
        {
            Immutable = attribute.Property<bool>("Immutable"),
            ImmutableSource = attribute.Property<string>("ImmutableSource"),
            ImmutableMetadata = attribute.Named("ImmutableMetadata") is { Kind: TypedConstantKind.Array, IsNull: false } pairs
                ? EquatableArray.From(pairs.Values.Select(static pair => pair.Value).OfType<string>())
                : EquatableArray<string>.Empty,
            V1Identifier = attribute.Property<string>("V1Identifier"),
            Exclusion = attribute.Property<string>("ExclusionGroup") is { Length: > 0 } group
                ? new(group, attribute.Property<uint>("ExclusionOrder"), attribute.Property<bool>("ExclusionDefault"),
                    attribute.Property<bool>("ExclusionAcrossResources"))
                : null,
        };
    }

    string Purpose(AttributeReader attribute, string slug)
    {
        if (attribute.Named("Purpose") is not { } value)
            return "Permission";
        if (AttributeReader.EnumMember(value) is { } member)
            return member;
        sink.Report(Descriptors.PurposeIsUndefined, attribute.At("Purpose"), value.Value ?? "null", slug, host.ShortName());
        return "Unspecified";
    }

    ILookup<string, TypeAnnotationModel> Annotations(IReadOnlyCollection<string> declared)
    {
        var slugs = new SlugTable(host, declared, sink);
        var pairs = new List<(string Slug, TypeAnnotationModel Annotation)>();
        foreach (var attribute in AttributeReader.AllOf(host, KnownTypes.EntitlementAnnotation, cancellationToken))
        {
            if (slugs.Declares(attribute, "EntitlementAnnotation", out var slug) && TypeOptionsParser.Annotation(attribute, 1) is { } annotation)
                pairs.Add((slug, annotation));
        }
        return pairs.ToLookup(static pair => pair.Slug, static pair => pair.Annotation);
    }

    ILookup<string, string> GrantableTypes(IReadOnlyCollection<string> declared)
    {
        var slugs = new SlugTable(host, declared, sink);
        var pairs = new List<(string Slug, string Type)>();
        foreach (var attribute in AttributeReader.AllOf(host, KnownTypes.Grantable, cancellationToken))
        {
            if (!slugs.Declares(attribute, "Grantable", out var slug))
                continue;
            var index = 0;
            foreach (var element in attribute.Elements(1))
            {
                if (element is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } && !type.HasErrors())
                {
                    if (ResourceTypeParser.IsRegistered(type, compilation))
                        pairs.Add((slug, type.PlainFullName()));
                    else
                        sink.Report(Descriptors.GrantableToUnregisteredType, attribute.AtElement(1, index), slug, host.ShortName(), type.ShortName());
                }
                index++;
            }
        }
        return pairs.ToLookup(static pair => pair.Slug, static pair => pair.Type);
    }
}
