using System.Security.Cryptography;

namespace Baton.S3;

/// <summary>A part of a file that is uploaded.</summary>
static class FileSegment
{
    public const string ContentType = "application/octet-stream";

    const int BufferBytes = 128 << 10;

    /// <summary>The checksum that the server compares and stores: SHA-256, in base 64.</summary>
    public static async Task<string> HashAsync(string path, long offset, long length, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(path, options: FileOptions.Asynchronous | FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Math.Min(BufferBytes, Math.Max(1, length))];
        for (var end = offset + length; offset < end;)
        {
            var wanted = buffer.AsMemory(0, (int)Math.Min(buffer.Length, end - offset));
            var read = await RandomAccess.ReadAsync(file, wanted, offset, cancellationToken).ConfigureAwait(false);
            if (read == 0)
                throw new EndOfStreamException($"{path} became shorter while it was uploaded");
            hash.AppendData(buffer, 0, read);
            offset += read;
        }
        return Convert.ToBase64String(hash.GetHashAndReset());
    }
}
