using Org.BouncyCastle.Crypto.Digests;

namespace BatonUnix.Files;

/// <summary>SHA-256 that does without OpenSSL: the connector talks to nobody, and runs where that is not installed.</summary>
static class Sha256
{
    public static byte[] HashData(ReadOnlySpan<byte> data)
    {
        var digest = new Sha256Digest();
        digest.BlockUpdate(data.ToArray(), 0, data.Length);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return hash;
    }
}
