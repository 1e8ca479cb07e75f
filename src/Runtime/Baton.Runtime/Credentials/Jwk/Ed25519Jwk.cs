using System.Text;

namespace Baton.Credentials;

/// <summary>An Ed25519 key: age encrypts for it.</summary>
sealed record Ed25519Jwk(byte[] PublicKey) : Jwk
{
    public static Ed25519Jwk Read(JwkMembers members)
    {
        var key = members.Bytes("x", Ed25519Key.Bytes);
        _ = Ed25519Point.ToMontgomery(key); // refuses what cannot be encrypted for
        return new(key);
    }

    public override byte[] Encrypt(ReadOnlySpan<byte> plaintext) => AgeFile.Encrypt(new SshEd25519Recipient(PublicKey), plaintext);

    protected override byte[] CanonicalForm() => Encoding.ASCII.GetBytes($$"""{"crv":"Ed25519","kty":"OKP","x":"{{Base64(PublicKey)}}"}""");
}
