using System.Numerics;
using Baton.Credentials;

namespace Baton.Testing;

/// <summary>Reads what was encrypted for an RSA key. Not hardened against an attacker who measures time: for tests only.</summary>
sealed class SshRsaIdentity(byte[] modulus, byte[] exponent, byte[] privateExponent) : IAgeIdentity
{
    public byte[]? Unwrap(AgeStanza stanza)
    {
        if (stanza.Type != SshRsaRecipient.Type || stanza.Arguments is not [var tag] || tag != SshWire.Tag(SshWire.Rsa(exponent, modulus)))
            return null;
        var padded = BigInteger.ModPow(Number(stanza.Body), Number(privateExponent), Number(modulus)).ToByteArray(isUnsigned: true, isBigEndian: true);
        return OaepSha256.Unpad([.. new byte[modulus.Length - padded.Length], .. padded], SshRsaRecipient.Label)
            ?? throw new FormatException("the wrapped key in the age file is damaged");
    }

    static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
