using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Baton.Credentials;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.Testing;

/// <summary>Somebody for whom a connector encrypts secrets: gives tasks its public key, and opens what comes back.</summary>
public sealed class SecretReader
{
    readonly Func<byte[], byte[]> _open;

    SecretReader(EncryptionConfig config, Func<byte[], byte[]> open)
    {
        Config = config;
        _open = open;
    }

    /// <summary>What a task says about this reader.</summary>
    public EncryptionConfig Config { get; }

    /// <summary>A reader with a new Ed25519 key.</summary>
    public static SecretReader Create()
    {
        var key = Ed25519Key.Generate();
        return new(ConfigOf(JwkText.Of(key.PublicKey)), file => OpenAge(new SshEd25519Identity(key), file));
    }

    /// <summary>A reader with a private key in JSON: Ed25519, EC, or RSA.</summary>
    /// <exception cref="FormatException">The text is no such key.</exception>
    public static SecretReader FromJwk(string json)
    {
        using var document = JsonDocument.Parse(json);
        var members = new JwkMembers(document.RootElement);
        Func<byte[], byte[]> open = members.Text("kty") switch
        {
            "OKP" => OpenAge(new SshEd25519Identity(new Ed25519Key(members.Bytes("d", Ed25519Key.Bytes)))),
            "RSA" => OpenAge(new SshRsaIdentity(members.Bytes("n"), members.Bytes("e"), members.Bytes("d"))),
            "EC" => OpenJwe(new ECParameters
            {
                Curve = EcJwk.CurveOf(members.Text("crv") ?? ""),
                Q = new ECPoint { X = members.Bytes("x"), Y = members.Bytes("y") },
                D = members.Bytes("d"),
            }),
            _ => throw new FormatException("not an Ed25519, EC or RSA key"),
        };
        return new(ConfigOf(json), open);
    }

    /// <summary>A reader with an age identity (<c>AGE-SECRET-KEY-1…</c>).</summary>
    /// <exception cref="FormatException">The text is no such identity.</exception>
    public static SecretReader FromAge(string identity)
    {
        var key = X25519Identity.Parse(identity);
        return new(new EncryptionConfig { AgeRecipientConfig = new() { Recipient = key.Recipient } }, file => AgeFile.Decrypt(key, file));
    }

    /// <summary>Opens one secret.</summary>
    /// <exception cref="FormatException">It is damaged, or for somebody else.</exception>
    public byte[] Open(EncryptedData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return _open(data.EncryptedBytes.ToByteArray());
    }

    static EncryptionConfig ConfigOf(string jwk) => new() { JwkPublicKeyConfig = new() { PubKey = ByteString.CopyFromUtf8(jwk) } };

    static Func<byte[], byte[]> OpenAge(IAgeIdentity identity) => file => OpenAge(identity, file);

    static byte[] OpenAge(IAgeIdentity identity, byte[] base64) =>
        AgeFile.Decrypt(identity, Convert.FromBase64String(Encoding.ASCII.GetString(base64)));

    static Func<byte[], byte[]> OpenJwe(ECParameters key) =>
        base64 => JweReader.Open(key, Encoding.ASCII.GetString(Convert.FromBase64String(Encoding.ASCII.GetString(base64))));
}
