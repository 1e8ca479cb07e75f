using System.Numerics;
using System.Text;

namespace Baton.Credentials;

/// <summary>An RSA key: age encrypts for it.</summary>
sealed record RsaJwk(byte[] Modulus, byte[] Exponent) : Jwk
{
    const int MinBits = 2048;
    const int MaxBits = 16384;

    public static RsaJwk Read(JwkMembers members)
    {
        var modulus = Minimal(members.Bytes("n"));
        var exponent = Minimal(members.Bytes("e"));
        var bits = new BigInteger(modulus, isUnsigned: true, isBigEndian: true).GetBitLength();
        if (bits is < MinBits or > MaxBits)
            throw new FormatException($"the RSA key has {bits} bits; from {MinBits} to {MaxBits} are accepted");
        if (exponent.Length is 0 or > 4 || (exponent[^1] & 1) == 0 || exponent is [1] || (modulus[^1] & 1) == 0)
            throw new FormatException("the RSA key is malformed");
        return new(modulus, exponent);
    }

    public override byte[] Encrypt(ReadOnlySpan<byte> plaintext) => AgeFile.Encrypt(new SshRsaRecipient(Modulus, Exponent), plaintext);

    protected override byte[] CanonicalForm() => Encoding.ASCII.GetBytes($$"""{"e":"{{Base64(Exponent)}}","kty":"RSA","n":"{{Base64(Modulus)}}"}""");

    static byte[] Minimal(byte[] number) => number.AsSpan().TrimStart((byte)0).ToArray();
}
