using Baton.Auth;
using Baton.Protocol.Service.V1;
using Google.Protobuf;
using Task = System.Threading.Tasks.Task;

namespace Baton.Transport;

/// <summary>Calls C1 through a channel, with an access token; when C1 refuses the token, once more with a new one.</summary>
sealed class BatonService(IRpcChannel channel, ITokenSource tokens, TimeProvider time) : IBatonService
{
    /// <summary>A server that takes nothing for so long, or that has all and does not answer, will not.</summary>
    static readonly TimeSpan LongestStandstill = TimeSpan.FromMinutes(2);

    public Task<BatonServiceHelloResponse> HelloAsync(BatonServiceHelloRequest request, CancellationToken cancellationToken) =>
        CallAsync(BatonMethods.Hello, One(request), cancellationToken);

    public Task<BatonServiceGetTaskResponse> GetTaskAsync(BatonServiceGetTaskRequest request, CancellationToken cancellationToken) =>
        CallAsync(BatonMethods.GetTask, One(request), cancellationToken);

    public Task<BatonServiceGetTasksResponse> GetTasksAsync(BatonServiceGetTasksRequest request, CancellationToken cancellationToken) =>
        CallAsync(BatonMethods.GetTasks, One(request), cancellationToken);

    public Task<BatonServiceHeartbeatResponse> HeartbeatAsync(BatonServiceHeartbeatRequest request, CancellationToken cancellationToken) =>
        CallAsync(BatonMethods.Heartbeat, One(request), cancellationToken);

    public Task<BatonServiceFinishTaskResponse> FinishTaskAsync(BatonServiceFinishTaskRequest request, CancellationToken cancellationToken) =>
        CallAsync(BatonMethods.FinishTask, One(request), cancellationToken);

    public async Task<BatonServiceUploadAssetResponse> UploadAssetAsync(
        IAsyncEnumerable<BatonServiceUploadAssetRequest> parts, CancellationToken cancellationToken)
    {
        using var standstill = new CancellationTokenSource(LongestStandstill, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, standstill.Token);
        try
        {
            return await CallAsync(BatonMethods.UploadAsset, Watched(parts, standstill), both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RpcException(ErrorCode.DeadlineExceeded, $"UploadAsset: nothing moved for {LongestStandstill.TotalSeconds} s", e);
        }
    }

    public Task<StartDebuggingResponse> StartDebuggingAsync(StartDebuggingRequest request, CancellationToken cancellationToken) =>
        CallAsync(BatonMethods.StartDebugging, One(request), cancellationToken);

    public void Dispose() => channel.Dispose();

    async Task<TResponse> CallAsync<TResponse>(RpcMethod<TResponse> method, IAsyncEnumerable<IMessage> requests, CancellationToken cancellationToken)
        where TResponse : class, IMessage<TResponse>
    {
        var token = await tokens.GetAsync(rejected: null, cancellationToken).ConfigureAwait(false);
        try
        {
            return await channel.CallAsync(method, requests, token.Header, cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException e) when (e.Code == ErrorCode.Unauthenticated)
        {
            // It may have been revoked, or C1's clock is ahead.
            token = await tokens.GetAsync(rejected: token, cancellationToken).ConfigureAwait(false);
            return await channel.CallAsync(method, requests, token.Header, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A part is asked for when the one before was sent.</summary>
    static async IAsyncEnumerable<IMessage> Watched(IAsyncEnumerable<IMessage> parts, CancellationTokenSource standstill)
    {
        await foreach (var part in parts.ConfigureAwait(false))
        {
            standstill.CancelAfter(LongestStandstill);
            yield return part;
        }
        standstill.CancelAfter(LongestStandstill);
    }

    static async IAsyncEnumerable<IMessage> One(IMessage request)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return request;
    }
}
