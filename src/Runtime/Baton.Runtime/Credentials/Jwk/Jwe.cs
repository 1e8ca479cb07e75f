using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Credentials;

/// <summary>JWE in compact form (RFC 7516) with a key agreed directly (ECDH-ES) and AES-256-GCM.</summary>
static class Jwe
{
    public const string Agreement = "ECDH-ES";
    public const string Cipher = "A256GCM";

    const int KeyBytes = 32;
    const int NonceBytes = 12;
    const int TagBytes = 16;

    /// <summary>The single-step KDF of RFC 7518, 4.6.2; one block of SHA-256 is the whole key.</summary>
    public static byte[] DeriveKey(byte[] shared)
    {
        byte[] input = [0, 0, 0, 1, .. shared, .. Sized(Encoding.ASCII.GetBytes(Cipher)), .. Sized([]), .. Sized([]), .. Number(KeyBytes * 8)];
        return SHA256.HashData(input);
    }

    public static byte[] Seal(string header, byte[] key, ReadOnlySpan<byte> plaintext)
    {
        var protectedHeader = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(header));
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var ciphertext = new byte[plaintext.Length];
        var tag = new byte[TagBytes];
        using (var aes = new AesGcm(key, TagBytes))
            aes.Encrypt(nonce, plaintext, ciphertext, tag, Encoding.ASCII.GetBytes(protectedHeader));
        CryptographicOperations.ZeroMemory(key);
        return Encoding.ASCII.GetBytes(
            $"{protectedHeader}..{Base64Url.EncodeToString(nonce)}.{Base64Url.EncodeToString(ciphertext)}.{Base64Url.EncodeToString(tag)}");
    }

    static byte[] Sized(byte[] bytes) => [.. Number(bytes.Length), .. bytes];

    static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
