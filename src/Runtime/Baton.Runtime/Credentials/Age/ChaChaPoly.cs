using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Baton.Credentials;

/// <summary>ChaCha20-Poly1305, which not every platform brings.</summary>
static class ChaChaPoly
{
    public const int NonceBytes = 12;
    public const int TagBytes = 16;

    public static byte[] Seal(byte[] key, byte[] nonce, ReadOnlySpan<byte> plaintext) => Run(encrypt: true, key, nonce, plaintext);

    /// <summary>The plain text, or null when it was tampered with.</summary>
    public static byte[]? Open(byte[] key, byte[] nonce, ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.Length < TagBytes)
            return null;
        try
        {
            return Run(encrypt: false, key, nonce, ciphertext);
        }
        catch (InvalidCipherTextException)
        {
            return null;
        }
    }

    static byte[] Run(bool encrypt, byte[] key, byte[] nonce, ReadOnlySpan<byte> input)
    {
        var cipher = new ChaCha20Poly1305();
        cipher.Init(encrypt, new ParametersWithIV(new KeyParameter(key), nonce));
        var output = new byte[cipher.GetOutputSize(input.Length)];
        var written = cipher.ProcessBytes(input.ToArray(), 0, input.Length, output, 0);
        cipher.DoFinal(output, written);
        return output;
    }
}
