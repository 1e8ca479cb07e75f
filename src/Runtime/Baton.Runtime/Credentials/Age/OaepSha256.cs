using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Baton.Credentials;

/// <summary>The padding OAEP with SHA-256 and a label (RFC 8017, 7.1).</summary>
static class OaepSha256
{
    const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>Pads a message to the size of the modulus.</summary>
    public static byte[] Pad(ReadOnlySpan<byte> message, int size, ReadOnlySpan<byte> label)
    {
        var padded = new byte[size];
        var seed = padded.AsSpan(1, HashBytes);
        var block = padded.AsSpan(1 + HashBytes);
        RandomNumberGenerator.Fill(seed);
        SHA256.HashData(label, block);
        block[^(message.Length + 1)] = 1;
        message.CopyTo(block[^message.Length..]);
        Mask(block, seed);
        Mask(seed, block);
        return padded;
    }

    /// <summary>The message; null when the padding is not right.</summary>
    public static byte[]? Unpad(byte[] padded, ReadOnlySpan<byte> label)
    {
        var seed = padded.AsSpan(1, HashBytes);
        var block = padded.AsSpan(1 + HashBytes);
        Mask(seed, block);
        Mask(block, seed);
        var rest = block[HashBytes..];
        var start = rest.IndexOfAnyExcept((byte)0);
        var labelHolds = CryptographicOperations.FixedTimeEquals(block[..HashBytes], SHA256.HashData(label));
        return padded[0] == 0 && labelHolds && start >= 0 && rest[start] == 1 ? rest[(start + 1)..].ToArray() : null;
    }

    /// <summary>Adds (without carry) the mask that MGF1 makes from the seed.</summary>
    static void Mask(Span<byte> target, ReadOnlySpan<byte> seed)
    {
        byte[] input = [.. seed, 0, 0, 0, 0];
        for (var i = 0; i < target.Length; i += HashBytes)
        {
            BinaryPrimitives.WriteInt32BigEndian(input.AsSpan(seed.Length), i / HashBytes);
            var mask = SHA256.HashData(input);
            for (var j = 0; j < HashBytes && i + j < target.Length; j++)
                target[i + j] ^= mask[j];
        }
    }
}
