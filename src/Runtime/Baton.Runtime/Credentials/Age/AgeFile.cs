using System.Security.Cryptography;

namespace Baton.Credentials;

/// <summary>Files in the binary format age v1: a header that wraps a key for the recipients, and the encrypted payload.</summary>
static class AgeFile
{
    const int FileKeyBytes = 16;
    const int NonceBytes = 16;
    const int KeyBytes = 32;

    public static byte[] Encrypt(IAgeRecipient recipient, ReadOnlySpan<byte> plaintext)
    {
        var fileKey = RandomNumberGenerator.GetBytes(FileKeyBytes);
        var header = AgeHeader.Write([recipient.Wrap(fileKey)], text => Mac(fileKey, text));
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var payload = AgePayload.Encrypt(PayloadKey(fileKey, nonce), plaintext);
        CryptographicOperations.ZeroMemory(fileKey);
        return [.. header, .. nonce, .. payload];
    }

    /// <exception cref="FormatException">The file is damaged, or for somebody else.</exception>
    public static byte[] Decrypt(IAgeIdentity identity, ReadOnlySpan<byte> file)
    {
        var header = AgeHeader.Read(file);
        var fileKey = header.Stanzas.Select(identity.Unwrap).FirstOrDefault(static k => k is not null)
            ?? throw new FormatException("the age file is encrypted for somebody else");
        if (fileKey.Length != FileKeyBytes || !CryptographicOperations.FixedTimeEquals(Mac(fileKey, header.MacInput), header.Mac))
            throw new FormatException("the header of the age file is damaged");
        var rest = file[header.Length..];
        if (rest.Length < NonceBytes)
            throw new FormatException("the age file is cut off");
        return AgePayload.Decrypt(PayloadKey(fileKey, rest[..NonceBytes]), rest[NonceBytes..]);
    }

    static byte[] Mac(byte[] fileKey, ReadOnlySpan<byte> text)
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, KeyBytes, salt: null, "header"u8.ToArray());
        return HMACSHA256.HashData(key, text);
    }

    static byte[] PayloadKey(byte[] fileKey, ReadOnlySpan<byte> nonce) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, KeyBytes, nonce.ToArray(), "payload"u8.ToArray());
}
