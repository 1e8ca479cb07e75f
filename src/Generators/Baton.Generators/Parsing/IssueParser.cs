using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads <c>[IssueCredential]</c>.</summary>
sealed class IssueParser(
    INamedTypeSymbol host, TaskMethodParser methods, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    public EquatableArray<IssueModel> Parse()
    {
        var issues = ImmutableArray.CreateBuilder<IssueModel>();
        foreach (var (method, attribute) in methods.All(KnownTypes.IssueCredential))
        {
            var offer = Offer(attribute);
            if (offer is not null && issues.Any(other => other.Offer.Kind == offer.Kind))
                Report(attribute.At(0), $"offers {offer.Kind} twice");
            else if (Read(method) is { } read && offer is not null)
                issues.Add(new(read, offer));
        }
        return new(issues.ToImmutable());
    }

    TaskMethodModel? Read(IMethodSymbol method) => methods.Read(
        method, KnownTypes.IssueCredential, Signatures.IssueCredential,
        static type => type is not null && type.Is(KnownTypes.IssuedCredential) ? TaskResultKind.IssuedCredential : null,
        type => type.Is(KnownTypes.CredentialRequest) ? ArgumentKind.CredentialRequest : ProvisionMethodParser.Resource(type, host),
        TasksParser.Resource, (static kind => kind == ArgumentKind.CredentialRequest, "CredentialRequest"));

    IssueOfferModel? Offer(AttributeReader attribute)
    {
        var kind = attribute.Argument(0) is { } constant ? AttributeReader.EnumMember(constant) : null;
        if (kind is null)
        {
            Report(attribute.At(0), "names a kind that does not exist");
            return null;
        }
        if (attribute.Argument(1)?.Value is not INamedTypeSymbol secret || secret.HasErrors() || !IsSecretType(attribute, secret))
            return null;
        var (scopes, audiences, keys) = (Texts(attribute, "Scopes"), Texts(attribute, "Audiences"), Keys(attribute));
        var offer = new IssueOfferModel(
            kind, secret.PlainFullName(), attribute.Property<bool>("Virtual"), new(scopes), attribute.Property<bool>("CustomScopes"), new(audiences),
            attribute.Property<bool>("CustomAudiences"), new(keys ?? []), attribute.Property<long>("MinLifetimeSeconds"),
            attribute.Property<long>("MaxLifetimeSeconds"));
        return keys is not null && IsConsistent(attribute, offer) ? offer : null;
    }

    bool IsSecretType(AttributeReader attribute, INamedTypeSymbol type)
    {
        var problem = !ResourceTypeParser.IsRegistered(type, compilation) ? "is not a resource type of this connector: mark it with [ResourceType]"
            : !AttributeReader.Of(type, KnownTypes.ResourceType, cancellationToken)!.Elements(1).Any(static trait => AttributeReader.EnumMember(trait) == "Secret")
                ? "lacks Trait.Secret: add it"
            : !type.OrdinaryMethods(compilation).Any(static method => method.Has(KnownTypes.DeleteResource))
                ? "has no [DeleteResource] method, so that nothing could withdraw the credential: add one"
            : null;
        if (problem is null)
            return true;
        sink.Report(Descriptors.SecretTypeIsInvalid, attribute.At(1) ?? host.FirstLocation(), type.ShortName(), host.ShortName(), problem);
        return false;
    }

    bool IsConsistent(AttributeReader attribute, IssueOfferModel offer)
    {
        var (place, problem) = offer switch
        {
            { Kind: "KeyPair", KeyProfiles.Count: 0 } => (null, "offers a key pair but names no KeyProfiles"),
            { Kind: not "KeyPair", KeyProfiles.Count: > 0 } => ("KeyProfiles", $"names KeyProfiles, which {offer.Kind} does not have"),
            { Kind: not ("ApiKey" or "Token"), Scopes.Count: > 0 } => ("Scopes", $"names Scopes, which {offer.Kind} does not have"),
            { Kind: not "Token", Audiences.Count: > 0 } => ("Audiences", $"names Audiences, which {offer.Kind} does not have"),
            { MinLifetime: < 0 } => ("MinLifetimeSeconds", "has a negative lifetime"),
            { MaxLifetime: < 0 } => ("MaxLifetimeSeconds", "has a negative lifetime"),
            { MaxLifetime: > 0 } when offer.MinLifetime > offer.MaxLifetime => ("MinLifetimeSeconds", "has a shortest life that is longer than the longest"),
            _ when HasBlankOrTwice(offer.Scopes) => ("Scopes", "names a scope twice, or a blank one"),
            _ when HasBlankOrTwice(offer.Audiences) => ("Audiences", "names an audience twice, or a blank one"),
            _ => default((string?, string?)),
        };
        if (problem is not null)
            Report(place is null ? attribute.Location : attribute.At(place), problem);
        return problem is null;
    }

    static bool HasBlankOrTwice(EquatableArray<string> texts) =>
        texts.Any(string.IsNullOrWhiteSpace) || texts.Distinct(StringComparer.Ordinal).Count() < texts.Count;

    static ImmutableArray<string> Texts(AttributeReader attribute, string property) =>
        attribute.Named(property) is { Kind: TypedConstantKind.Array, IsNull: false } list ? [.. list.Values.Select(static value => value.Value as string ?? "")] : [];

    ImmutableArray<KeyProfileModel>? Keys(AttributeReader attribute)
    {
        var keys = ImmutableArray.CreateBuilder<KeyProfileModel>();
        foreach (var text in Texts(attribute, "KeyProfiles"))
        {
            if (KeyProfiles.Parse(text) is { } key && !keys.Contains(key))
            {
                keys.Add(key);
                continue;
            }
            Report(attribute.At("KeyProfiles"), $"names key '{text}', which is there twice or is none of {KeyProfiles.Supported}");
            return null;
        }
        return keys.ToImmutable();
    }

    void Report(Location? where, string problem) =>
        sink.Report(Descriptors.IssuedCredentialIsInvalid, where ?? host.FirstLocation(), host.ShortName(), problem);
}
