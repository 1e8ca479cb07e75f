using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Baton.Credentials;

/// <summary>A private Ed25519 key.</summary>
sealed class Ed25519Key
{
    public const int Bytes = 32;
    public const int SignatureBytes = 64;

    /// <param name="seed">The private key as RFC 8032 has it.</param>
    public Ed25519Key(byte[] seed)
    {
        Seed = seed;
        PublicKey = new byte[Bytes];
        Ed25519.GeneratePublicKey(seed, 0, PublicKey, 0);
    }

    internal byte[] Seed { get; }

    public byte[] PublicKey { get; }

    public static Ed25519Key Generate() => new(RandomNumberGenerator.GetBytes(Bytes));

    public byte[] Sign(byte[] message)
    {
        var signature = new byte[SignatureBytes];
        Ed25519.Sign(Seed, 0, PublicKey, 0, message, 0, message.Length, signature, 0);
        return signature;
    }

    public static bool Verify(byte[] publicKey, byte[] message, byte[] signature) =>
        signature.Length == SignatureBytes && Ed25519.Verify(signature, 0, publicKey, 0, message, 0, message.Length);
}
