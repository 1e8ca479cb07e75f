using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Options = Baton.Protocol.Connector.V2.CredentialIssueOptions.OptionsOneofCase;

namespace Baton.Tasks;

/// <summary>Holds what is asked for, and what was issued, against what the connector offers.</summary>
static class IssueRequest
{
    const int LongestRequestId = 128;

    /// <exception cref="TaskException">The connector does not offer that.</exception>
    internal static (CredentialRequest Request, IssueDefinition Offer) Read(
        ResourceSyncer syncer, CredentialIssueOptions options, DateTimeOffset? expires, string requestId, DateTimeOffset now)
    {
        var kind = KindOf(options.OptionsCase);
        var offer = syncer.IssuedCredentials.FirstOrDefault(candidate => candidate.Kind == kind) ?? throw TaskException.Unsupported(
            $"issuing {(kind is { } known ? $"a credential of kind {known}" : "a credential of no kind")} for type \"{syncer.Definition.Id}\"");
        if (requestId.Length is 0 or > LongestRequestId || !requestId.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            throw Invalid($"the request id must have 1 to {LongestRequestId} letters, digits, '-' and '_'");
        var request = new CredentialRequest(offer.Kind, requestId)
        {
            Scopes = options.ApiKey?.Scopes ?? options.Token?.Scopes ?? [],
            Audiences = options.Token?.Audiences ?? [],
            KeyProfile = offer.Kind == IssuedCredentialKind.KeyPair ? Key(options.Keypair.Profile) : null,
            ExpiresAt = expires,
        };
        CheckTexts("scope", request.Scopes, offer.Scopes, offer.CustomScopes);
        CheckTexts("audience", request.Audiences, offer.Audiences, offer.CustomAudiences);
        if (request.KeyProfile is { } key && !offer.KeyProfiles.Contains(key))
            throw Invalid($"key {key} is not offered; offered: {string.Join(", ", offer.KeyProfiles)}");
        CheckExpiry(expires, offer, now);
        return (request, offer);
    }

    /// <exception cref="ConnectorException"><see cref="ErrorCode.Internal"/>: what was issued is incomplete.</exception>
    internal static void Check(IssuedCredential issued, CredentialRequest request)
    {
        var problem = string.IsNullOrEmpty(issued.Id) ? "the credential has no id"
            : issued.Secrets.Count == 0 ? "there is no secret"
            : issued.Secrets.Any(static secret => string.IsNullOrWhiteSpace(secret.Name)) ? "a secret has no name"
            : issued.Secrets.DistinctBy(static secret => secret.Name).Count() < issued.Secrets.Count ? "two secrets have one name"
            : issued.Secrets.Any(static secret => secret.Value.IsEmpty) ? "a secret is empty"
            : issued.ExpiresAt > request.ExpiresAt ? "it expires later than asked for"
            : null;
        if (problem is not null)
            throw new ConnectorException(ErrorCode.Internal, $"issue credential failed: the method's result is unusable, since {problem}");
    }

    static IssuedCredentialKind? KindOf(Options option) => option switch
    {
        Options.ApiKey => IssuedCredentialKind.ApiKey,
        Options.Keypair => IssuedCredentialKind.KeyPair,
        Options.Token => IssuedCredentialKind.Token,
        Options.ClientSecret => IssuedCredentialKind.ClientSecret,
        _ => null,
    };

    static KeyProfile Key(KeyGenerationProfile? profile) =>
        new(profile?.Kty ?? throw Invalid("the kind of key is missing"), (int)profile.RsaModulusBits, profile.Crv);

    static void CheckTexts(string what, IReadOnlyList<string> asked, IReadOnlyList<string> offered, bool custom)
    {
        if (asked.Any(string.IsNullOrWhiteSpace) || asked.Distinct(StringComparer.Ordinal).Count() < asked.Count)
            throw Invalid($"one {what} is blank, or named twice");
        if (!custom && asked.FirstOrDefault(text => !offered.Contains(text)) is { } unknown)
            throw Invalid($"{what} \"{unknown}\" is not offered; offered: {string.Join(", ", offered)}");
    }

    static void CheckExpiry(DateTimeOffset? expires, IssueDefinition offer, DateTimeOffset now)
    {
        if (expires is not { } time)
            return;
        var life = time - now;
        var problem = offer is { MinLifetime: null, MaxLifetime: null } ? "the credential cannot expire"
            : life <= TimeSpan.Zero ? "the credential would have expired already"
            : life < offer.MinLifetime ? $"the credential must live for {offer.MinLifetime} at least"
            : life > offer.MaxLifetime ? $"the credential can live for {offer.MaxLifetime} at most"
            : null;
        if (problem is not null)
            throw Invalid($"{problem}, but {time:O} was asked for");
    }

    static TaskException Invalid(string message) => new(ErrorCode.InvalidArgument, message);
}
