using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Baton.Credentials;

namespace Baton.Auth;

/// <summary>The private key that C1 issued to this connector. Its text never appears in a message.</summary>
sealed class ClientSecret
{
    const string Version = "v1";
    const int Parts = 4;

    ClientSecret(Ed25519Key key, string? ownKeyId)
    {
        Key = key;
        OwnKeyId = ownKeyId;
        KeyId = ownKeyId ?? new Ed25519Jwk(key.PublicKey).Thumbprint;
    }

    public Ed25519Key Key { get; }

    /// <summary>The id that the key itself states.</summary>
    public string? OwnKeyId { get; }

    /// <summary>The id by which C1 says that something is encrypted for this connector.</summary>
    public string KeyId { get; }

    /// <exception cref="ConnectorException">The text is no client secret.</exception>
    public static ClientSecret Parse(string text)
    {
        var parts = text.Split(':', Parts);
        if (parts.Length != Parts || parts[2] != Version)
            throw Invalid("it has the form NAME:HOST:v1:KEY");
        var encoded = parts[3].Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        if (!encoded.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw Invalid("its key is not base64url without padding");
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(encoded));
            return Read(new JwkMembers(document.RootElement));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw Invalid("its key is not a private Ed25519 key in JSON");
        }
    }

    static ClientSecret Read(JwkMembers members)
    {
        if (members.Text("kty") != "OKP" || members.Text("crv") != "Ed25519")
            throw new FormatException();
        var seed = members.Bytes("d");
        if (seed.Length != Ed25519Key.Bytes)
            throw new FormatException();
        var key = new Ed25519Key(seed);
        if (!CryptographicOperations.FixedTimeEquals(members.Bytes("x"), key.PublicKey))
            throw Invalid("the public key in it does not belong to the private one");
        return new(key, members.Text("kid") is { Length: > 0 } id ? id : null);
    }

    // The code of every mistake in settings.
    static ConnectorException Invalid(string why) =>
        new(ErrorCode.Unknown, $"invalid client secret: {why}. Copy the whole secret that C1 showed when it was created.");
}
