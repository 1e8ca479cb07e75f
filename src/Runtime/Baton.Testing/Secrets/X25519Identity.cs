using Baton.Credentials;

namespace Baton.Testing;

/// <summary>age's own kind of identity.</summary>
sealed class X25519Identity : IAgeIdentity
{
    const string Prefix = "age-secret-key-";

    readonly byte[] _secret;
    readonly byte[] _public;

    X25519Identity(byte[] secret)
    {
        _secret = secret;
        _public = X25519Key.PublicOf(secret);
    }

    public string Recipient => Bech32.Encode("age", _public);

    public static X25519Identity Parse(string text)
    {
        var (prefix, secret) = Bech32.Decode(text);
        return prefix == Prefix && secret.Length == X25519Key.Bytes ? new(secret) : throw new FormatException("not an age identity with an X25519 key");
    }

    public byte[]? Unwrap(AgeStanza stanza)
    {
        if (stanza.Type != "X25519" || stanza.Arguments is not [var share])
            return null;
        var ephemeral = UnpaddedBase64.Decode(share);
        var wrapKey = X25519Key.WrapKey(X25519Key.Agree(_secret, ephemeral), ephemeral, _public, X25519Recipient.Label);
        return X25519Key.Open(wrapKey, stanza.Body);
    }
}
