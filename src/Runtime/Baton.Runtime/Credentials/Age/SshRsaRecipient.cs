using System.Numerics;

namespace Baton.Credentials;

/// <summary>An RSA key as recipient.</summary>
sealed class SshRsaRecipient(byte[] modulus, byte[] exponent) : IAgeRecipient
{
    internal const string Type = "ssh-rsa";

    internal static ReadOnlySpan<byte> Label => "age-encryption.org/v1/ssh-rsa"u8;

    public AgeStanza Wrap(ReadOnlySpan<byte> fileKey)
    {
        // The platform's RSA knows no OAEP labels.
        var padded = new BigInteger(OaepSha256.Pad(fileKey, modulus.Length, Label), isUnsigned: true, isBigEndian: true);
        var power = BigInteger.ModPow(
            padded, new BigInteger(exponent, isUnsigned: true, isBigEndian: true), new BigInteger(modulus, isUnsigned: true, isBigEndian: true));
        var bytes = power.ToByteArray(isUnsigned: true, isBigEndian: true);
        return new(Type, [SshWire.Tag(SshWire.Rsa(exponent, modulus))], [.. new byte[modulus.Length - bytes.Length], .. bytes]);
    }
}
