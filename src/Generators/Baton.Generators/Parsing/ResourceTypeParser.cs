using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads a class marked with <c>[ResourceType]</c>.</summary>
static class ResourceTypeParser
{
    public const string Attribute = "ResourceType";

    /// <returns>Null when nothing can be generated for the class; then the sink, or the compiler, has said why.</returns>
    public static ResourceTypeModel? Parse(INamedTypeSymbol type, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
    {
        if (AttributeReader.Of(type, KnownTypes.ResourceType, cancellationToken) is not { } attribute)
            return null;
        var place = attribute.Target ?? type.FirstLocation();
        var host = HostParser.Parse(type, Attribute, place, compilation, sink, cancellationToken);
        var id = Id(attribute, type, sink);
        var traits = Traits(attribute, type, sink);
        var entitlements = new EntitlementParser(type, compilation, sink, cancellationToken).Parse();
        var slugs = new SlugTable(type, [.. entitlements.Select(static entitlement => entitlement.Slug)], sink);

        var provisioning = new ProvisionMethodParser(type, slugs, compilation, sink, cancellationToken);
        var grantMethods = provisioning.Parse(KnownTypes.Grant, KnownTypes.GrantOutcome);
        var revokeMethods = provisioning.Parse(KnownTypes.Revoke, KnownTypes.RevokeOutcome);
        if (sink.IsHeard)
        {
            provisioning.Match(KnownTypes.Grant, KnownTypes.Revoke);
            provisioning.Match(KnownTypes.Revoke, KnownTypes.Grant);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var listing = new ListMethodParser(type, place, compilation, sink, cancellationToken);
        var lists = listing.Parse();
        var constructor = ConstructorParser.Parse(type, place, sink, cancellationToken);
        if (listing.Model is not { } model || model.HasErrors())
            return null;
        var grants = new GrantsMethodParser(type, model, slugs, compilation, sink, cancellationToken).Parse();
        var entitlementsMethod = new EntitlementsMethodParser(type, model, compilation, sink, cancellationToken).Parse();
        var needsParent = lists.Count > 0 && lists.All(static list => list.Parent is not null);
        var get = new GetMethodParser(type, model, needsParent, compilation, sink, cancellationToken).Parse();
        if (sink.IsHeard)
            SayWhoCannotHold(type, entitlements, grants, grantMethods, sink, cancellationToken);
        var mapping = new MappingParser(type, place, model, traits, compilation, sink, cancellationToken).Parse();
        if (host is null || constructor is null || mapping is null)
            return null;
        var read = new ResourceTypeModel(
            host, id, TextRules.Read(attribute, "DisplayName", TextRules.DisplayName, type.ShortName(), sink) ?? Naming.Title(id),
            TextRules.Read(attribute, "Description", TextRules.ResourceTypeDescription, type.ShortName(), sink), new(traits),
            mapping.Value.Builder, model.FullNameWithNullability(), mapping.Value.Mapping, entitlements, lists, grants, grantMethods, revokeMethods,
            constructor, ServiceDiscovery.Find(type, compilation, cancellationToken))
        {
            Get = get,
            EntitlementsMethod = entitlementsMethod,
            Options = TypeOptionsParser.Parse(attribute, type, cancellationToken),
            Tasks = new TasksParser(type, model, compilation, sink, cancellationToken).Parse(),
        };
        SkipRules.Check(attribute, read, type, sink);
        return read;
    }

    /// <summary>Whether the connector that is being compiled has this resource type.</summary>
    public static bool IsRegistered(ITypeSymbol type, Compilation compilation) =>
        type.Has(KnownTypes.ResourceType) && type.IsDeclaredIn(compilation);

    static string Id(AttributeReader attribute, INamedTypeSymbol type, IParseSink sink)
    {
        var id = attribute.Text(0) ?? "";
        if (IdRules.Invalid(id) is { } problem)
            sink.Report(Descriptors.ResourceTypeIdIsInvalid, attribute.At(0), id, type.ShortName(), problem);
        else if (IdRules.Ambiguous(id) is { } character)
            sink.Report(Descriptors.ResourceTypeIdIsAmbiguous, attribute.At(0), id, type.ShortName(), character);
        return id;
    }

    static ImmutableArray<string> Traits(AttributeReader attribute, INamedTypeSymbol type, IParseSink sink) => attribute.EnumMembers(
        1, (at, trait, value) => sink.Report(
            Descriptors.TraitIsInvalid, at, trait ?? value ?? "null", type.ShortName(), trait is null ? "does not exist" : "is named twice"));

    // An entitlement that something grants should say to whom; one that is only declared may be meant for later.
    static void SayWhoCannotHold(
        INamedTypeSymbol type, EquatableArray<EntitlementModel> entitlements, EquatableArray<GrantsMethodModel> grants,
        EquatableArray<ProvisionMethodModel> grantMethods, IParseSink sink, CancellationToken cancellationToken)
    {
        var grantable = AttributeReader.AllOf(type, KnownTypes.Grantable, cancellationToken)
            .Where(static attribute => attribute.Elements(1).Any()).Select(static attribute => attribute.Text(0)).ToList();
        foreach (var attribute in AttributeReader.AllOf(type, KnownTypes.Entitlement, cancellationToken))
        {
            var slug = attribute.Text(0);
            if (slug is null || grantable.Contains(slug) || !entitlements.Any(entitlement => entitlement.Slug == slug))
                continue;
            if (grants.Any(method => method.Slug == slug) || grantMethods.Any(method => method.Slug == slug))
                sink.Report(Descriptors.NobodyCanHoldEntitlement, attribute.At(0), slug, type.ShortName());
        }
    }
}
