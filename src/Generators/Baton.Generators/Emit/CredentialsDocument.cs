using Baton.Generators.Helpers;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>What the <c>capabilities</c> document says about credentials.</summary>
static class CredentialsDocument
{
    const string OptionPrefix = "CAPABILITY_DETAIL_CREDENTIAL_OPTION_";

    /// <summary>Writes <c>credentialDetails</c>: those of the users, else of the first type that has some.</summary>
    public static void WriteDetails(JsonWriter json, ManifestModel manifest)
    {
        var account = First(manifest, static type => type.AccountCredentials);
        var rotation = First(manifest, static type => type.RotatedCredentials);
        // Go writes the message even when it is empty, but only for a connector that has one of the two capabilities.
        if (account is null && rotation is null)
            return;
        json.BeginObject("credentialDetails");
        WriteChoice(json, "capabilityAccountProvisioning", account);
        WriteChoice(json, "capabilityCredentialRotation", rotation);
        json.EndObject();
    }

    /// <summary>Writes <c>credentialIssue</c> of a resource type.</summary>
    public static void WriteIssued(JsonWriter json, ManifestResourceTypeModel type, ManifestModel manifest)
    {
        if (type.IssuedCredentials.Count == 0)
            return;
        json.BeginObject("credentialIssue");
        json.BeginArray("options");
        foreach (var offer in type.IssuedCredentials)
            WriteOffer(json, offer, manifest);
        json.EndArray();
        json.String("preferredOption", Option(type.IssuedCredentials[0].Kind));
        json.EndObject();
    }

    static CredentialChoiceModel? First(ManifestModel manifest, Func<ManifestResourceTypeModel, CredentialChoiceModel?> choice) => manifest.ResourceTypes
        .OrderByDescending(static type => type.Id == "user").Select(choice).FirstOrDefault(static found => found is not null);

    static void WriteChoice(JsonWriter json, string name, CredentialChoiceModel? choice)
    {
        if (choice is null)
            return;
        json.BeginObject(name);
        json.BeginArray("supportedCredentialOptions");
        foreach (var option in choice.Options)
            json.Item(Option(option));
        json.EndArray();
        json.String("preferredCredentialOption", Option(choice.Preferred));
        json.EndObject();
    }

    static void WriteOffer(JsonWriter json, IssueOfferModel offer, ManifestModel manifest)
    {
        json.BeginObject();
        json.String("option", Option(offer.Kind));
        WriteKeys(json, offer.KeyProfiles);
        if (offer.MinLifetime > 0 || offer.MaxLifetime > 0)
        {
            json.BeginObject("expiry");
            json.String("min", Seconds(offer.MinLifetime));
            json.String("max", Seconds(offer.MaxLifetime));
            json.EndObject();
        }
        WriteTexts(json, "scopes", offer.Scopes);
        json.True("customScopesAllowed", offer.CustomScopes);
        json.True("customAudiencesAllowed", offer.CustomAudiences);
        WriteTexts(json, "audiences", offer.Audiences);
        json.String("resourceMode", "CREDENTIAL_RESOURCE_MODE_" + (offer.Virtual ? "VIRTUAL" : "DISCOVERABLE"));
        json.String("secretResourceTypeId", manifest.ResourceTypes.FirstOrDefault(type => type.Type == offer.SecretType)?.Id);
        json.EndObject();
    }

    static void WriteKeys(JsonWriter json, EquatableArray<KeyProfileModel> keys)
    {
        if (keys.Count == 0)
            return;
        json.BeginArray("keyProfiles");
        foreach (var key in keys)
        {
            json.BeginObject();
            json.String("kty", key.Type);
            json.Number("rsaModulusBits", key.Bits);
            json.String("crv", key.Curve);
            json.EndObject();
        }
        json.EndArray();
    }

    static void WriteTexts(JsonWriter json, string name, EquatableArray<string> texts)
    {
        if (texts.Count == 0)
            return;
        json.BeginArray(name);
        foreach (var text in texts)
            json.Item(text);
        json.EndArray();
    }

    static string? Seconds(long seconds) => seconds == 0 ? null : Literals.Number(seconds) + "s";

    // RandomPassword is RANDOM_PASSWORD there, and KeyPair one word.
    static string Option(string member) => OptionPrefix + (member == "KeyPair" ? "KEYPAIR" : Parsing.Naming.Snake(member).ToUpperInvariant());
}
