using System.Security.Cryptography;

namespace Baton.Credentials;

/// <summary>An Ed25519 key as recipient: age encrypts for the same point on the Montgomery curve, bound to the key's SSH form.</summary>
sealed class SshEd25519Recipient(byte[] publicKey) : IAgeRecipient
{
    internal const string Type = "ssh-ed25519";

    readonly byte[] _wireKey = SshWire.Ed25519(publicKey);

    internal static ReadOnlySpan<byte> Label => "age-encryption.org/v1/ssh-ed25519"u8;

    public AgeStanza Wrap(ReadOnlySpan<byte> fileKey)
    {
        var point = Ed25519Point.ToMontgomery(publicKey);
        var (secret, ephemeral) = X25519Key.Generate();
        var shared = X25519Key.Agree(Tweak(_wireKey), X25519Key.Agree(secret, point));
        var wrapKey = X25519Key.WrapKey(shared, ephemeral, point, Label);
        return new(Type, [SshWire.Tag(_wireKey), UnpaddedBase64.Encode(ephemeral)], X25519Key.Seal(wrapKey, fileKey));
    }

    /// <summary>The key is the salt: there is no other secret to derive from, nor is the result one.</summary>
    internal static byte[] Tweak(byte[] wireKey) => HKDF.DeriveKey(HashAlgorithmName.SHA256, ikm: [], X25519Key.Bytes, salt: wireKey, Label.ToArray());
}
