using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Baton.Credentials;

namespace Baton.Testing;

/// <summary>Opens a JWE in compact form whose key was agreed directly.</summary>
static class JweReader
{
    /// <exception cref="FormatException">The text is damaged, or of another kind.</exception>
    public static byte[] Open(ECParameters key, string text)
    {
        if (text.Split('.') is not [var header, "", var nonce, var ciphertext, var tag])
            throw new FormatException("not a JWE with a directly agreed key");
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
        if (document.RootElement.GetProperty("alg").GetString() != Jwe.Agreement || document.RootElement.GetProperty("enc").GetString() != Jwe.Cipher)
            throw new FormatException($"not {Jwe.Agreement} with {Jwe.Cipher}");
        var epk = EcJwk.Read(new JwkMembers(document.RootElement.GetProperty("epk")));
        using var ours = ECDiffieHellman.Create(key);
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = EcJwk.CurveOf(epk.Curve), Q = epk.Point });
        using var theirKey = theirs.PublicKey;
        var sealedBytes = Base64Url.DecodeFromChars(ciphertext);
        var tagBytes = Base64Url.DecodeFromChars(tag);
        var plaintext = new byte[sealedBytes.Length];
        try
        {
            using var aes = new AesGcm(Jwe.DeriveKey(ours.DeriveRawSecretAgreement(theirKey)), tagBytes.Length);
            aes.Decrypt(Base64Url.DecodeFromChars(nonce), sealedBytes, tagBytes, plaintext, Encoding.ASCII.GetBytes(header));
        }
        catch (CryptographicException e)
        {
            throw new FormatException("the JWE is damaged", e);
        }
        return plaintext;
    }
}
