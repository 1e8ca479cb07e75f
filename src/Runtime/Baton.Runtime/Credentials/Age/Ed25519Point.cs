using System.Numerics;

namespace Baton.Credentials;

/// <summary>Takes public Ed25519 keys to the Montgomery curve: u = (1 + y) / (1 - y) modulo 2^255 - 19.</summary>
static class Ed25519Point
{
    static readonly BigInteger Prime = (BigInteger.One << 255) - 19;

    /// <exception cref="FormatException">The key is the neutral point, which has no counterpart, or no number below the prime.</exception>
    public static byte[] ToMontgomery(byte[] publicKey)
    {
        var bytes = (byte[])publicKey.Clone();
        bytes[^1] &= 0x7f; // the sign of x
        var y = new BigInteger(bytes, isUnsigned: true);
        if (y >= Prime || y.IsOne)
            throw new FormatException("not a usable Ed25519 public key");
        // By Fermat, the power is the inverse. All of this is public.
        var inverse = BigInteger.ModPow(Prime + 1 - y, Prime - 2, Prime);
        var u = (1 + y) * inverse % Prime;
        var result = new byte[X25519Key.Bytes];
        u.TryWriteBytes(result, out _, isUnsigned: true);
        return result;
    }
}
