using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Baton.C1Z;

namespace Baton.S3;

/// <summary>Copies an object into a file. Where the connection breaks, the rest is asked for, of the same version.</summary>
sealed class S3Download(S3Connection connection, S3Options options, S3Address at, long maxBytes)
{
    const int BufferBytes = 128 << 10;
    const int MaxBreaks = 5;

    /// <summary>Does so.</summary>
    /// <returns>The version of the object; null when there is none.</returns>
    public async Task<string?> RunAsync(string path, CancellationToken cancellationToken)
    {
        using var first = await FirstAsync(cancellationToken).ConfigureAwait(false);
        if (first is null)
            return null;
        if (first.ETag is null)
            throw new C1ZException(C1ZError.InputOutput, S3Failure.NoServer(at, "reading", connection.Where));
        var length = first.ContentLength;
        if (length > maxBytes)
        {
            throw new C1ZException(
                C1ZError.TooLarge,
                $"{at} is longer than {maxBytes} bytes, which the database inside may have at most; raise BATON_DECODER_MAX_DECODED_SIZE_MB if you trust it");
        }
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        await using (file.ConfigureAwait(false))
        {
            var broke = await CopyAsync(first.ResponseStream, file, cancellationToken).ConfigureAwait(false);
            for (var breaks = 1; file.Length < length; breaks++)
            {
                if (breaks > MaxBreaks)
                    throw new IOException($"the connection broke {MaxBreaks} times", broke);
                using var rest = await RestAsync(first.ETag, file.Length, length, cancellationToken).ConfigureAwait(false);
                broke = await CopyAsync(rest.ResponseStream, file, cancellationToken).ConfigureAwait(false);
            }
        }
        return S3Version.Of(first.ETag);
    }

    async Task<GetObjectResponse?> FirstAsync(CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = at.Bucket, Key = at.Key };
        try
        {
            return await connection.Client.GetObjectAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The SDK takes the ETag for a checksum, and this one is none. Of a part of the object it does not.
            request.ByteRange = new ByteRange("bytes=0-");
            return await connection.Client.GetObjectAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }

    Task<GetObjectResponse> RestAsync(string version, long from, long length, CancellationToken cancellationToken) => connection.Client.GetObjectAsync(
        new GetObjectRequest { BucketName = at.Bucket, Key = at.Key, EtagToMatch = version, ByteRange = new ByteRange(from, length - 1) }, cancellationToken);

    /// <summary>Copies what comes.</summary>
    /// <returns>Why it ended too early, perhaps; null at the end.</returns>
    async Task<Exception?> CopyAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        using var stalled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        while (true)
        {
            int read;
            try
            {
                stalled.CancelAfter(options.StallTimeout);
                read = await content.ReadAsync(buffer, stalled.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                return e;
            }
            if (read == 0)
                return null;
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
    }
}
