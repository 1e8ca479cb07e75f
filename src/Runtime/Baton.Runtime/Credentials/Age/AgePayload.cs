using System.Buffers.Binary;

namespace Baton.Credentials;

/// <summary>The payload of an age file: chunks that are each sealed, numbered, and marked when they are the last.</summary>
static class AgePayload
{
    const int ChunkBytes = 64 << 10;
    const int SealedBytes = ChunkBytes + ChaChaPoly.TagBytes;

    public static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> plaintext)
    {
        using var sealedChunks = new MemoryStream(plaintext.Length + ChaChaPoly.TagBytes);
        for (long number = 0; ; number++)
        {
            var chunk = plaintext[..Math.Min(ChunkBytes, plaintext.Length)];
            plaintext = plaintext[chunk.Length..];
            sealedChunks.Write(ChaChaPoly.Seal(key, Nonce(number, plaintext.IsEmpty), chunk));
            if (plaintext.IsEmpty)
                return sealedChunks.ToArray();
        }
    }

    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> payload)
    {
        using var plaintext = new MemoryStream(payload.Length);
        for (long number = 0; ; number++)
        {
            var chunk = payload[..Math.Min(SealedBytes, payload.Length)];
            payload = payload[chunk.Length..];
            var opened = ChaChaPoly.Open(key, Nonce(number, payload.IsEmpty), chunk);
            if (opened is null || (opened.Length == 0 && number > 0))
                throw new FormatException("the payload of the age file is damaged or cut off");
            plaintext.Write(opened);
            if (payload.IsEmpty)
                return plaintext.ToArray();
        }
    }

    /// <summary>Eleven bytes that count, and one that marks the last chunk.</summary>
    static byte[] Nonce(long number, bool last)
    {
        var nonce = new byte[ChaChaPoly.NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), number);
        nonce[^1] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
