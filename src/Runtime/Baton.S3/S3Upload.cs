using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Baton.S3;

/// <summary>Puts a file in the place of an object, if that is still the one which it is to replace.</summary>
sealed class S3Upload(S3Connection connection, S3Options options, S3Address at, string path, string? version)
{
    const string MarkName = "baton-save";
    const int MaxParts = 10_000;

    static readonly TimeSpan TimeToAbandon = TimeSpan.FromSeconds(5);

    readonly IAmazonS3 _client = connection.Client;

    // Tells, when an answer was lost, whether the object that is there is ours.
    readonly string _mark = Guid.NewGuid().ToString("N");

    /// <summary>Uploads.</summary>
    /// <returns>The new version; null when another one than the expected is there.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        // Once more when it is written, by the server; but not every server knows conditions.
        var old = await connection.HeadAsync(at, cancellationToken).ConfigureAwait(false);
        if ((old is null ? null : S3Version.Of(old.ETag)) != version)
            return null;
        var length = new FileInfo(path).Length;
        try
        {
            return length <= options.PartBytes
                ? await PutAsync(length, cancellationToken).ConfigureAwait(false)
                : await PutPartsAsync(length, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception e) when (IsOvertaken(e))
        {
            var there = await connection.HeadAsync(at, cancellationToken).ConfigureAwait(false);
            return there?.Metadata[MarkName] == _mark ? S3Version.Of(there.ETag) : null;
        }
    }

    /// <summary>Lets the server forget the parts of an upload.</summary>
    public static async Task AbandonAsync(IAmazonS3 client, S3Address at, string uploadId)
    {
        using var limit = new CancellationTokenSource(TimeToAbandon);
        try
        {
            await client.AbortMultipartUploadAsync(at.Bucket, at.Key, uploadId, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (S3Failure.Is(e))
        {
            // Nothing reads them, and a lifecycle rule of the bucket removes them: what matters is why they are abandoned.
        }
    }

    async Task<string> PutAsync(long length, CancellationToken cancellationToken)
    {
        var checksum = connection.AddsChecksums ? await FileSegment.HashAsync(path, 0, length, cancellationToken).ConfigureAwait(false) : null;
        var put = await WithConditionAsync((ifMatch, ifNoneMatch) =>
        {
            var request = new PutObjectRequest
            {
                BucketName = at.Bucket,
                Key = at.Key,
                FilePath = path,
                ContentType = FileSegment.ContentType,
                UseChunkEncoding = false,
                ChecksumSHA256 = checksum,
                IfMatch = ifMatch,
                IfNoneMatch = ifNoneMatch,
            };
            request.Metadata[MarkName] = _mark;
            return _client.PutObjectAsync(request, cancellationToken);
        }).ConfigureAwait(false);
        return S3Version.Of(put.ETag);
    }

    async Task<string> PutPartsAsync(long length, CancellationToken cancellationToken)
    {
        var request = new InitiateMultipartUploadRequest { BucketName = at.Bucket, Key = at.Key, ContentType = FileSegment.ContentType };
        request.Metadata[MarkName] = _mark;
        if (connection.AddsChecksums)
            request.ChecksumAlgorithm = ChecksumAlgorithm.SHA256;
        var upload = await _client.InitiateMultipartUploadAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            var parts = await new S3Parts(connection, options, at, path, upload.UploadId).PutAsync(length, MaxParts, cancellationToken).ConfigureAwait(false);
            var completed = await WithConditionAsync((ifMatch, ifNoneMatch) => _client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest
                {
                    BucketName = at.Bucket,
                    Key = at.Key,
                    UploadId = upload.UploadId,
                    PartETags = parts,
                    IfMatch = ifMatch,
                    IfNoneMatch = ifNoneMatch,
                },
                cancellationToken)).ConfigureAwait(false);
            return S3Version.Of(completed.ETag);
        }
        catch
        {
            await AbandonAsync(_client, at, upload.UploadId).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Writes on the condition that nothing changed; without it where the server does not know such conditions.</summary>
    async Task<T> WithConditionAsync<T>(Func<string?, string?, Task<T>> write)
    {
        try
        {
            return await write(S3Version.Quoted(version), version is null ? "*" : null).ConfigureAwait(false);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotImplemented)
        {
            return await write(null, null).ConfigureAwait(false);
        }
    }

    // The condition does not hold; somebody is writing at the same time; the object, or the upload, is not there any more.
    static bool IsOvertaken(AmazonServiceException e) =>
        e.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict || e.ErrorCode is "NoSuchKey" or "NoSuchUpload";
}
