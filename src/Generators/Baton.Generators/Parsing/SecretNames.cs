using Baton.Generators.Models;

namespace Baton.Generators.Parsing;

/// <summary>Recognizes credentials by their names.</summary>
static class SecretNames
{
    static readonly string[] Secrets =
    [
        "secret", "secrets", "password", "passwords", "passwd", "pwd", "passphrase", "token", "tokens", "credential", "credentials",
        "apikey", "pat",
    ];

    /// <summary>Words that make a key a credential: an API key is one, a partition key is not.</summary>
    static readonly string[] SecretKeys =
    [
        "api", "access", "private", "secret", "signing", "encryption", "shared", "account", "service", "master", "ssh", "license", "auth",
    ];

    /// <summary>Last words that say the value only tells something about a credential.</summary>
    static readonly string[] Harmless =
    [
        "url", "uri", "endpoint", "path", "file", "dir", "directory", "name", "id", "ids", "type", "kind", "header", "prefix", "field",
        "attribute", "column", "length", "policy", "ttl", "lifetime", "expiry", "timeout", "format", "method", "algorithm", "issuer",
        "audience", "scope", "scopes",
    ];

    public static bool LooksSecret(string name, string property, FieldKind kind) =>
        kind is FieldKind.String or FieldKind.StringArray or FieldKind.StringList && (LooksSecret(name) || LooksSecret(Naming.Kebab(property)));

    static bool LooksSecret(string name)
    {
        var words = name.ToLowerInvariant().Split('-', '_');
        if (Harmless.Contains(words[words.Length - 1]))
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (Secrets.Contains(words[i]) || (words[i] is "key" or "keys" && i > 0 && SecretKeys.Contains(words[i - 1])))
                return true;
        }
        return false;
    }
}
