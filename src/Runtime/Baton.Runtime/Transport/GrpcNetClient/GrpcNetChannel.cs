using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Baton.Transport;

/// <summary>The same calls over Grpc.Net.Client, for builds with <c>-p:UseGrpcNetClient=true</c>.</summary>
sealed class GrpcNetChannel(Uri address, string userAgent, HttpMessageHandler handler, TimeProvider time) : IRpcChannel
{
    readonly GrpcChannel _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
    {
        HttpHandler = new UserAgentHandler(userAgent, handler),
        DisposeHttpClient = true,
        MaxReceiveMessageSize = RpcFrames.MaxMessageBytes,
    });

    public async Task<TResponse> CallAsync<TResponse>(
        RpcMethod<TResponse> method, IAsyncEnumerable<IMessage> requests, string authorization, CancellationToken cancellationToken)
        where TResponse : class, IMessage<TResponse>
    {
        var options = new CallOptions(
            new Metadata { { "authorization", authorization } }, (time.GetUtcNow() + method.TimeLimit).UtcDateTime, cancellationToken);
        try
        {
            // Unary calls are streams of one request on the wire.
            using var call = _channel.CreateCallInvoker().AsyncClientStreamingCall(Describe(method), null, options);
            await SendAsync(method.Name, call.RequestStream, requests, cancellationToken).ConfigureAwait(false);
            return await call.ResponseAsync.ConfigureAwait(false);
        }
        catch (Exception e) when (e is Grpc.Core.RpcException or OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Grpc.Core.RpcException e)
        {
            throw new RpcException((ErrorCode)(int)e.StatusCode, e.Status.Detail, e)
            {
                Details = RpcStatus.Details(e.Trailers.GetValueBytes("grpc-status-details-bin")),
            };
        }
    }

    public void Dispose() => _channel.Dispose();

    static async Task SendAsync(string method, IClientStreamWriter<IMessage> stream, IAsyncEnumerable<IMessage> requests, CancellationToken cancellationToken)
    {
        var all = requests.GetAsyncEnumerator(cancellationToken);
        await using var _ = all.ConfigureAwait(false);
        try
        {
            while (await NextAsync(method, all).ConfigureAwait(false))
                await stream.WriteAsync(all.Current, cancellationToken).ConfigureAwait(false);
            await stream.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidOperationException or Grpc.Core.RpcException && !cancellationToken.IsCancellationRequested)
        {
            // The server answered before it had read everything: its answer says why.
        }
    }

    static async ValueTask<bool> NextAsync(string method, IAsyncEnumerator<IMessage> messages)
    {
        try
        {
            return await messages.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new RpcException(ErrorCode.Internal, $"{method}: {e.Message}", e);
        }
    }

    static Method<IMessage, TResponse> Describe<TResponse>(RpcMethod<TResponse> method)
        where TResponse : class, IMessage<TResponse> => new(
            MethodType.ClientStreaming,
            method.Service,
            method.Name,
            Marshallers.Create<IMessage>(static m => m.ToByteArray(), static _ => throw new NotSupportedException()),
            Marshallers.Create<TResponse>(static m => m.ToByteArray(), bytes => method.Parser.ParseFrom(bytes)));
}
