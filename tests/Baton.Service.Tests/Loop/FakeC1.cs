using Baton.Protocol.Service.V1;
using Baton.Transport;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service.Tests.Loop;

/// <summary>A C1 that answers as the test says, without a line in between.</summary>
sealed class FakeC1 : IBatonService
{
    public Func<BatonServiceGetTaskResponse> OnGetTask { get; init; } = static () => new();

    public Func<BatonServiceGetTasksRequest, BatonServiceGetTasksResponse> OnGetTasks { get; init; } = static _ => new();

    public Func<int, BatonServiceHeartbeatResponse> OnHeartbeat { get; init; } = static _ => new();

    /// <summary>What the answers to heartbeats wait for.</summary>
    public Task Answering { get; init; } = Task.CompletedTask;

    public Func<int, BatonServiceFinishTaskRequest, BatonServiceFinishTaskResponse> OnFinish { get; init; } = static (_, _) => new();

    public Func<int, BatonServiceUploadAssetResponse> OnUpload { get; init; } = static _ => new();

    /// <summary>What reports wait for.</summary>
    public Func<CancellationToken, Task> Finishing { get; init; } = static _ => Task.CompletedTask;

    public List<BatonServiceFinishTaskRequest> Finished { get; } = [];

    public List<List<BatonServiceUploadAssetRequest>> Uploads { get; } = [];

    public int Heartbeats { get; private set; }

    public Task<BatonServiceHelloResponse> HelloAsync(BatonServiceHelloRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new BatonServiceHelloResponse());

    public Task<BatonServiceGetTaskResponse> GetTaskAsync(BatonServiceGetTaskRequest request, CancellationToken cancellationToken) =>
        Run(OnGetTask);

    public Task<BatonServiceGetTasksResponse> GetTasksAsync(BatonServiceGetTasksRequest request, CancellationToken cancellationToken) =>
        Run(() => OnGetTasks(request));

    public async Task<BatonServiceHeartbeatResponse> HeartbeatAsync(BatonServiceHeartbeatRequest request, CancellationToken cancellationToken)
    {
        var number = ++Heartbeats;
        await Answering.WaitAsync(cancellationToken);
        return await Run(() => OnHeartbeat(number));
    }

    public async Task<BatonServiceFinishTaskResponse> FinishTaskAsync(BatonServiceFinishTaskRequest request, CancellationToken cancellationToken)
    {
        Finished.Add(request);
        await Finishing(cancellationToken);
        return await Run(() => OnFinish(Finished.Count, request));
    }

    public async Task<BatonServiceUploadAssetResponse> UploadAssetAsync(
        IAsyncEnumerable<BatonServiceUploadAssetRequest> parts, CancellationToken cancellationToken)
    {
        var upload = new List<BatonServiceUploadAssetRequest>();
        Uploads.Add(upload);
        await foreach (var part in parts.WithCancellation(cancellationToken))
            upload.Add(BatonServiceUploadAssetRequest.Parser.ParseFrom(Google.Protobuf.MessageExtensions.ToByteArray(part)));
        return OnUpload(Uploads.Count);
    }

    public Task<StartDebuggingResponse> StartDebuggingAsync(StartDebuggingRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new StartDebuggingResponse());

    public void Dispose()
    {
    }

    public static RpcException Away { get; } = new(ErrorCode.Unavailable, "C1 is away");

    // As with a line: what is thrown is the task's.
    static async Task<T> Run<T>(Func<T> answer)
    {
        await Task.CompletedTask;
        return answer();
    }
}
