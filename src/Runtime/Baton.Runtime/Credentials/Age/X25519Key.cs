using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc7748;

namespace Baton.Credentials;

/// <summary>Diffie-Hellman on Curve25519, and the wrapping of file keys that age builds on it.</summary>
static class X25519Key
{
    public const int Bytes = 32;

    public static (byte[] Secret, byte[] Public) Generate()
    {
        var secret = RandomNumberGenerator.GetBytes(Bytes);
        return (secret, PublicOf(secret));
    }

    public static byte[] PublicOf(byte[] secret)
    {
        var result = new byte[Bytes];
        X25519.ScalarMultBase(secret, 0, result, 0);
        return result;
    }

    /// <exception cref="FormatException">The point has a small order: the result would be no secret.</exception>
    public static byte[] Agree(byte[] secret, byte[] point)
    {
        var shared = new byte[Bytes];
        X25519.ScalarMult(secret, 0, point, 0, shared, 0);
        return shared.AsSpan().ContainsAnyExcept((byte)0) ? shared : throw new FormatException("the X25519 key is a point of small order");
    }

    public static byte[] WrapKey(byte[] shared, byte[] ephemeral, byte[] recipient, ReadOnlySpan<byte> label) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, Bytes, [.. ephemeral, .. recipient], label.ToArray());

    public static byte[] Seal(byte[] wrapKey, ReadOnlySpan<byte> fileKey) => ChaChaPoly.Seal(wrapKey, new byte[ChaChaPoly.NonceBytes], fileKey);

    public static byte[] Open(byte[] wrapKey, byte[] body) => ChaChaPoly.Open(wrapKey, new byte[ChaChaPoly.NonceBytes], body)
        ?? throw new FormatException("the wrapped key in the age file is damaged");
}
