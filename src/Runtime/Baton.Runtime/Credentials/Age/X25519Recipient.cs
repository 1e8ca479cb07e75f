namespace Baton.Credentials;

/// <summary>age's own kind of recipient: <c>age1…</c>.</summary>
sealed class X25519Recipient(byte[] publicKey) : IAgeRecipient
{
    const string Prefix = "age";

    internal static ReadOnlySpan<byte> Label => "age-encryption.org/v1/X25519"u8;

    /// <exception cref="FormatException">The text is no such recipient.</exception>
    public static X25519Recipient Parse(string text)
    {
        var (prefix, key) = Bech32.Decode(text);
        return prefix == Prefix && key.Length == X25519Key.Bytes ? new(key) : throw new FormatException("not an age recipient with an X25519 key");
    }

    public AgeStanza Wrap(ReadOnlySpan<byte> fileKey)
    {
        var (secret, ephemeral) = X25519Key.Generate();
        var wrapKey = X25519Key.WrapKey(X25519Key.Agree(secret, publicKey), ephemeral, publicKey, Label);
        return new("X25519", [UnpaddedBase64.Encode(ephemeral)], X25519Key.Seal(wrapKey, fileKey));
    }
}
