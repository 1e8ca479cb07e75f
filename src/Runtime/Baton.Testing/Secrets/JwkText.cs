using System.Buffers.Text;
using Baton.Credentials;

namespace Baton.Testing;

/// <summary>Ed25519 keys as JSON.</summary>
static class JwkText
{
    public static string Of(byte[] publicKey) => $$"""{"kty":"OKP","crv":"Ed25519","x":"{{Base64Url.EncodeToString(publicKey)}}"}""";

    public static string Private(Ed25519Key key) =>
        $$"""{"kty":"OKP","crv":"Ed25519","x":"{{Base64Url.EncodeToString(key.PublicKey)}}","d":"{{Base64Url.EncodeToString(key.Seed)}}"}""";
}
