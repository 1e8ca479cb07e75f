using Google.Protobuf;

namespace Baton.Transport;

/// <summary>A connection to a gRPC server.</summary>
interface IRpcChannel : IDisposable
{
    /// <summary>Makes a call.</summary>
    /// <param name="method">What to call.</param>
    /// <param name="requests">What to send; read once for each time that the call is sent.</param>
    /// <param name="authorization">The header that lets the caller in.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="RpcException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    Task<TResponse> CallAsync<TResponse>(
        RpcMethod<TResponse> method, IAsyncEnumerable<IMessage> requests, string authorization, CancellationToken cancellationToken)
        where TResponse : class, IMessage<TResponse>;
}
