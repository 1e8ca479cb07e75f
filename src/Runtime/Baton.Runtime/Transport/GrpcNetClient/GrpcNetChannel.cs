using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Baton.Transport;

/// <summary>The same calls over Grpc.Net.Client, for builds with <c>-p:UseGrpcNetClient=true</c>.</summary>
sealed class GrpcNetChannel(Uri address, HttpMessageHandler handler, TimeProvider time) : IRpcChannel
{
    readonly GrpcChannel _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
    {
        HttpHandler = handler,
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
            await foreach (var request in requests.WithCancellation(cancellationToken).ConfigureAwait(false))
                await call.RequestStream.WriteAsync(request, cancellationToken).ConfigureAwait(false);
            await call.RequestStream.CompleteAsync().ConfigureAwait(false);
            return await call.ResponseAsync.ConfigureAwait(false);
        }
        catch (Grpc.Core.RpcException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Grpc.Core.RpcException e)
        {
            throw new RpcException((ErrorCode)(int)e.StatusCode, e.Status.Detail, e);
        }
    }

    public void Dispose() => _channel.Dispose();

    static Method<IMessage, TResponse> Describe<TResponse>(RpcMethod<TResponse> method)
        where TResponse : class, IMessage<TResponse> => new(
            MethodType.ClientStreaming,
            method.Service,
            method.Name,
            Marshallers.Create<IMessage>(static m => m.ToByteArray(), static _ => throw new NotSupportedException()),
            Marshallers.Create<TResponse>(static m => m.ToByteArray(), bytes => method.Parser.ParseFrom(bytes)));
}
