using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Baton.Credentials;

/// <summary>Public keys as SSH writes them; age names its SSH recipients by their hash.</summary>
static class SshWire
{
    public static byte[] Ed25519(byte[] publicKey) => [.. Text("ssh-ed25519"u8), .. Text(publicKey)];

    public static byte[] Rsa(byte[] exponent, byte[] modulus) => [.. Text("ssh-rsa"u8), .. Number(exponent), .. Number(modulus)];

    /// <summary>What a stanza names its recipient by.</summary>
    public static string Tag(byte[] wireKey) => UnpaddedBase64.Encode(SHA256.HashData(wireKey).AsSpan(0, 4));

    static byte[] Text(ReadOnlySpan<byte> bytes)
    {
        var text = new byte[4 + bytes.Length];
        BinaryPrimitives.WriteInt32BigEndian(text, bytes.Length);
        bytes.CopyTo(text.AsSpan(4));
        return text;
    }

    // A leading zero keeps a number positive.
    static byte[] Number(byte[] magnitude) => Text(magnitude[0] >= 0x80 ? [0, .. magnitude] : magnitude);
}
