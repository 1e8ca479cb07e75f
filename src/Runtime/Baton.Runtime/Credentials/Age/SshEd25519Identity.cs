using System.Security.Cryptography;

namespace Baton.Credentials;

/// <summary>Reads what was encrypted for an Ed25519 key.</summary>
sealed class SshEd25519Identity(Ed25519Key key) : IAgeIdentity
{
    readonly byte[] _wireKey = SshWire.Ed25519(key.PublicKey);

    public byte[]? Unwrap(AgeStanza stanza)
    {
        if (stanza.Type != SshEd25519Recipient.Type || stanza.Arguments is not [var tag, var share] || tag != SshWire.Tag(_wireKey))
            return null;
        var ephemeral = UnpaddedBase64.Decode(share);
        if (ephemeral.Length != X25519Key.Bytes)
            throw new FormatException("the age file has a malformed stanza");
        var scalar = SHA512.HashData(key.Seed).AsSpan(0, X25519Key.Bytes).ToArray();
        var shared = X25519Key.Agree(SshEd25519Recipient.Tweak(_wireKey), X25519Key.Agree(scalar, ephemeral));
        var point = Ed25519Point.ToMontgomery(key.PublicKey);
        return X25519Key.Open(X25519Key.WrapKey(shared, ephemeral, point, SshEd25519Recipient.Label), stanza.Body);
    }
}
