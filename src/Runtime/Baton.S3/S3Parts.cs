using Amazon.S3.Model;

namespace Baton.S3;

/// <summary>Uploads a file in parts, a few at once, each from the disk and with a checksum.</summary>
sealed class S3Parts(S3Connection connection, S3Options options, S3Address at, string path, string uploadId)
{
    /// <summary>Uploads all parts.</summary>
    /// <returns>Their receipts, in order.</returns>
    public async Task<List<PartETag>> PutAsync(long length, int maxParts, CancellationToken cancellationToken)
    {
        var partBytes = Math.Max(options.PartBytes, (length + maxParts - 1) / maxParts);
        var receipts = new PartETag[(length + partBytes - 1) / partBytes];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, receipts.Length),
            new ParallelOptions { MaxDegreeOfParallelism = options.ParallelParts, CancellationToken = cancellationToken },
            async (i, stop) =>
            {
                var offset = i * partBytes;
                receipts[i] = await PutAsync(i + 1, offset, Math.Min(partBytes, length - offset), stop).ConfigureAwait(false);
            }).ConfigureAwait(false);
        return [.. receipts];
    }

    async Task<PartETag> PutAsync(int number, long offset, long length, CancellationToken cancellationToken)
    {
        var checksum = connection.AddsChecksums ? await FileSegment.HashAsync(path, offset, length, cancellationToken).ConfigureAwait(false) : null;
        var put = await connection.Client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = at.Bucket,
                Key = at.Key,
                UploadId = uploadId,
                PartNumber = number,
                FilePath = path,
                FilePosition = offset,
                PartSize = length,
                UseChunkEncoding = false,
                ChecksumSHA256 = checksum,
            },
            cancellationToken).ConfigureAwait(false);
        return new PartETag(number, put.ETag) { ChecksumSHA256 = checksum };
    }
}
