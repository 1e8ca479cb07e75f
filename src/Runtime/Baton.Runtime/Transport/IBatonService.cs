using Baton.Protocol.Service.V1;

namespace Baton.Transport;

/// <summary>C1, as a connector in service mode sees it. Every call fails with an <see cref="RpcException"/> or is cancelled.</summary>
interface IBatonService : IDisposable
{
    Task<BatonServiceHelloResponse> HelloAsync(BatonServiceHelloRequest request, CancellationToken cancellationToken);

    Task<BatonServiceGetTaskResponse> GetTaskAsync(BatonServiceGetTaskRequest request, CancellationToken cancellationToken);

    Task<BatonServiceGetTasksResponse> GetTasksAsync(BatonServiceGetTasksRequest request, CancellationToken cancellationToken);

    Task<BatonServiceHeartbeatResponse> HeartbeatAsync(BatonServiceHeartbeatRequest request, CancellationToken cancellationToken);

    Task<BatonServiceFinishTaskResponse> FinishTaskAsync(BatonServiceFinishTaskRequest request, CancellationToken cancellationToken);

    /// <summary>Sends the parts of a file; they are read again when the call has to be repeated.</summary>
    Task<BatonServiceUploadAssetResponse> UploadAssetAsync(
        IAsyncEnumerable<BatonServiceUploadAssetRequest> parts, CancellationToken cancellationToken);

    Task<StartDebuggingResponse> StartDebuggingAsync(StartDebuggingRequest request, CancellationToken cancellationToken);
}
