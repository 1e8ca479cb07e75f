using System.Globalization;
using System.Net;
using Google.Protobuf;

namespace Baton.Transport;

/// <summary>Calls of gRPC over the HTTP/2 client of the platform.</summary>
/// <param name="address">Where the server is.</param>
/// <param name="userAgent">Who calls.</param>
/// <param name="http">Sends requests; belongs to the channel.</param>
/// <param name="time">The clock for time limits.</param>
sealed class RpcChannel(Uri address, string userAgent, HttpMessageInvoker http, TimeProvider time) : IRpcChannel
{
    /// <summary>The largest number that the header for the time limit can hold.</summary>
    const long MaxTimeout = 99_999_999;

    public async Task<TResponse> CallAsync<TResponse>(
        RpcMethod<TResponse> method, IAsyncEnumerable<IMessage> requests, string authorization, CancellationToken cancellationToken)
        where TResponse : class, IMessage<TResponse>
    {
        using var limit = new CancellationTokenSource(method.TimeLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var content = new RpcContent(requests);
        using var request = CreateRequest(method.Path, method.TimeLimit, content, authorization);
        try
        {
            using var response = await http.SendAsync(request, both.Token).ConfigureAwait(false);
            return Parse(method, await ReadAsync(response, both.Token).ConfigureAwait(false));
        }
        catch (RpcException)
        {
            throw;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && (limit.IsCancellationRequested || content.SourceFailure is not null || IsBroken(e)))
        {
            if (limit.IsCancellationRequested)
                throw new RpcException(ErrorCode.DeadlineExceeded, $"{method.Name}: no answer within {method.TimeLimit.TotalSeconds} s", e);
            throw content.SourceFailure is { } source
                ? new RpcException(ErrorCode.Internal, $"{method.Name}: {source.Message}", source)
                : TransportErrors.Of(e, method.Name);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    public void Dispose() => http.Dispose();

    static bool IsBroken(Exception e) => e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException;

    HttpRequestMessage CreateRequest(string path, TimeSpan timeLimit, RpcContent content, string authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        var milliseconds = Math.Min((long)timeLimit.TotalMilliseconds, MaxTimeout);
        request.Headers.TryAddWithoutValidation("te", "trailers");
        request.Headers.TryAddWithoutValidation("grpc-timeout", milliseconds.ToString(CultureInfo.InvariantCulture) + "m");
        request.Headers.TryAddWithoutValidation("grpc-accept-encoding", "identity");
        request.Headers.TryAddWithoutValidation("user-agent", userAgent);
        request.Headers.TryAddWithoutValidation("authorization", authorization);
        return request;
    }

    /// <summary>The one message of an answer that ended well.</summary>
    static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (RpcStatus.IsIn(response.Headers))
        {
            throw RpcStatus.Read(response.Headers) ?? NoAnswer();
        }
        var type = response.Content.Headers.ContentType?.MediaType;
        if (response.StatusCode != HttpStatusCode.OK)
            throw RpcStatus.OfHttp(response.StatusCode);
        if (type is null || !type.StartsWith("application/grpc", StringComparison.Ordinal))
            throw new RpcException(ErrorCode.Unknown, $"the server answers with \"{type}\" instead of gRPC: is there a proxy in between?");
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        var message = await RpcFrames.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        // The status is behind the end.
        if (message is not null && await RpcFrames.ReadAsync(stream, cancellationToken).ConfigureAwait(false) is not null)
            throw new RpcException(ErrorCode.Internal, "the server sent more than one answer");
        if (RpcStatus.Read(response.TrailingHeaders) is { } failure)
            throw failure;
        return message ?? throw NoAnswer();
    }

    static TResponse Parse<TResponse>(RpcMethod<TResponse> method, byte[] message)
        where TResponse : class, IMessage<TResponse>
    {
        try
        {
            return method.Parser.ParseFrom(message);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new RpcException(ErrorCode.Internal, $"{method.Name}: the answer is malformed: {e.Message}", e);
        }
    }

    static RpcException NoAnswer() => new(ErrorCode.Internal, "the server reports success, but sent no answer");
}
