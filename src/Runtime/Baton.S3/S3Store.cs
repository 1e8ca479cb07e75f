using Amazon.S3.Model;
using Baton.C1Z;

namespace Baton.S3;

/// <summary>Keeps c1z files in S3, or in any server that speaks its protocol.</summary>
/// <param name="options">Null for those of the environment, read when S3 is first used.</param>
public sealed class S3Store(S3Options? options = null) : RemoteStore
{
    // Made when first needed: whoever never uses S3 shall not wait for it. What fails is tried again.
    readonly Lazy<(S3Options Options, S3Connection Connection)> _opened = new(
        () => Open(options ?? S3Options.FromEnvironment()), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Makes this process know <c>s3://</c> addresses. Programs that have the package do so at their start, unless told otherwise.</summary>
    public static void Register() => Register("s3", new S3Store());

    /// <inheritdoc/>
    public override void CheckAddress(string address) => S3Address.Parse(address);

    /// <inheritdoc/>
    public override Task CheckWritableAsync(string address, CancellationToken cancellationToken) =>
        AskAsync(address, "writing", async (at, _, connection) =>
        {
            // The beginning of an upload needs the same rights as all of it, and changes nothing.
            var begun = await connection.Client.InitiateMultipartUploadAsync(
                new InitiateMultipartUploadRequest { BucketName = at.Bucket, Key = at.Key }, cancellationToken).ConfigureAwait(false);
            await S3Upload.AbandonAsync(connection.Client, at, begun.UploadId).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    /// <inheritdoc/>
    public override Task<string?> FindVersionAsync(string address, CancellationToken cancellationToken) =>
        AskAsync(address, "looking at", async (at, _, connection) =>
            await connection.HeadAsync(at, cancellationToken).ConfigureAwait(false) switch
            {
                null => null,
                { ETag: { } etag } => S3Version.Of(etag),
                _ => throw new C1ZException(C1ZError.InputOutput, S3Failure.NoServer(at, "looking at", connection.Where)),
            }, cancellationToken);

    /// <inheritdoc/>
    public override Task<string?> FetchAsync(string address, string path, long maxBytes, CancellationToken cancellationToken) =>
        AskAsync(address, "reading", (at, chosen, connection) =>
            new S3Download(connection, chosen, at, maxBytes).RunAsync(path, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public override Task<string?> ReplaceAsync(string address, string path, string? version, CancellationToken cancellationToken) =>
        AskAsync(address, "writing", (at, chosen, connection) =>
            new S3Upload(connection, chosen, at, path, version).RunAsync(cancellationToken), cancellationToken);

    static (S3Options Options, S3Connection Connection) Open(S3Options options) => (options, S3Connection.Open(options));

    async Task<T> AskAsync<T>(
        string address, string doing, Func<S3Address, S3Options, S3Connection, Task<T>> ask, CancellationToken cancellationToken)
    {
        var at = S3Address.Parse(address);
        var where = "";
        try
        {
            var (chosen, connection) = _opened.Value;
            where = connection.Where;
            return await ask(at, chosen, connection).ConfigureAwait(false);
        }
        catch (Exception e) when (S3Failure.Is(e) && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw S3Failure.Of(e, at, doing, where);
        }
    }
}
