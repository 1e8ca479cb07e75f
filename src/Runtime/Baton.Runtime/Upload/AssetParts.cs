using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Baton.Protocol.Service.V1;
using Google.Protobuf;

namespace Baton.Upload;

/// <summary>A file as C1 takes it: whose it is, its bytes in pieces, and its hash.</summary>
static class AssetParts
{
    public const int PieceBytes = 512 << 10;

    /// <summary>The parts in their order. Each must be sent before the next is asked for: they share a buffer.</summary>
    public static async IAsyncEnumerable<BatonServiceUploadAssetRequest> Of(
        string file, string hostId, string taskId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return new() { Metadata = new() { HostId = hostId, TaskId = taskId } };
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using var _ = stream.ConfigureAwait(false);
        var buffer = new byte[PieceBytes];
        while (await stream.ReadAtLeastAsync(buffer, PieceBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) is > 0 and var length)
        {
            hash.AppendData(buffer, 0, length);
            yield return new() { Data = new() { Data = UnsafeByteOperations.UnsafeWrap(buffer.AsMemory(0, length)) } };
        }
        yield return new() { Eof = new() { Sha256Checksum = ByteString.CopyFrom(hash.GetHashAndReset()) } };
    }
}
