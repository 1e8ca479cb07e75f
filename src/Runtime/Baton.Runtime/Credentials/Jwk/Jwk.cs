using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Baton.Credentials;

/// <summary>A key in JSON (RFC 7517), as far as its public half is concerned.</summary>
abstract record Jwk
{
    /// <summary>Hash of the public key (RFC 7638), in small hexadecimal digits: the key's id.</summary>
    public string Thumbprint => Convert.ToHexStringLower(SHA256.HashData(CanonicalForm()));

    /// <summary>Encrypts for the holder of the key.</summary>
    public abstract byte[] Encrypt(ReadOnlySpan<byte> plaintext);

    /// <summary>The members that make the key, in the order of their names.</summary>
    protected abstract byte[] CanonicalForm();

    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: this is no key, or of a kind that nothing can be encrypted for.</exception>
    public static Jwk Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var members = new JwkMembers(document.RootElement);
            return members.Text("kty") switch
            {
                "OKP" when members.Text("crv") == "Ed25519" => Ed25519Jwk.Read(members),
                "EC" => EcJwk.Read(members),
                "RSA" => RsaJwk.Read(members),
                _ => throw new FormatException("unsupported key type; Ed25519, EC (P-256, P-384, P-521) and RSA keys are known"),
            };
        }
        catch (Exception e) when (e is JsonException or FormatException or CryptographicException)
        {
            // The text of a JSON error may quote the key.
            throw new ConnectorException(ErrorCode.InvalidArgument, $"jwk: {(e is FormatException ? e.Message : "malformed key")}");
        }
    }

    protected static string Base64(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
