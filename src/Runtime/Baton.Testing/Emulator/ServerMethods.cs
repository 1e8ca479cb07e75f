using System.Security.Cryptography;
using Baton.Protocol.Service.V1;
using Google.Protobuf.WellKnownTypes;
using PartKind = Baton.Protocol.Service.V1.BatonServiceUploadAssetRequest.MsgOneofCase;
using ServiceTask = Baton.Protocol.Service.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Baton.Testing;

/// <summary>What C1 does for each method.</summary>
sealed class ServerMethods(C1EmulatorOptions options, TaskBoard board, Action<string> tell)
{
    const int MostAtOnce = 100;

    public TaskCompletionSource<BatonServiceHelloRequest> Hello { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BatonServiceHelloRequest? LastHello { get; private set; }

    public Task HandleAsync(ServerCall call, Fault? fault) => call.Method switch
    {
        "Hello" => HelloAsync(call),
        "GetTask" => GetTaskAsync(call),
        "GetTasks" => GetTasksAsync(call),
        "Heartbeat" => HeartbeatAsync(call),
        "FinishTask" => FinishTaskAsync(call),
        "UploadAsset" => UploadAsync(call, fault),
        "StartDebugging" => call.AnswerAsync(new StartDebuggingResponse()),
        _ => FailAsync(call, ErrorCode.Unimplemented, $"no method {call.Method}"),
    };

    async Task HelloAsync(ServerCall call)
    {
        var request = await ReadAsync(call, BatonServiceHelloRequest.Parser).ConfigureAwait(false);
        tell($"{request.HostId} says hello: {request.ConnectorMetadata.DisplayName} {request.BuildInfo.PackageVersion}");
        LastHello = request;
        Hello.TrySetResult(request);
        // The hello is the report of a task that asks for one.
        if (request.TaskId.Length > 0 && (board.Find(request.TaskId) is not { } task || !board.Greet(task, request.HostId)))
            throw new InvalidDataException($"task {request.TaskId} does not ask this host for a hello");
        await call.AnswerAsync(new BatonServiceHelloResponse()).ConfigureAwait(false);
    }

    async Task GetTaskAsync(ServerCall call)
    {
        var request = await ReadAsync(call, BatonServiceGetTaskRequest.Parser).ConfigureAwait(false);
        var tasks = await TakeAsync(call, request.HostId, 1, []).ConfigureAwait(false);
        await call.AnswerAsync(new BatonServiceGetTaskResponse
        {
            Task = tasks.Count > 0 ? tasks[0] : null,
            NextPoll = (tasks.Count > 0 ? TimeSpan.Zero : options.NextPoll).ToDuration(),
            NextHeartbeat = options.NextHeartbeat.ToDuration(),
        }).ConfigureAwait(false);
    }

    async Task GetTasksAsync(ServerCall call)
    {
        var request = await ReadAsync(call, BatonServiceGetTasksRequest.Parser).ConfigureAwait(false);
        var tasks = await TakeAsync(call, request.HostId, (int)Math.Clamp(request.PageSize, 1, MostAtOnce), request.KnownTaskIds).ConfigureAwait(false);
        await call.AnswerAsync(new BatonServiceGetTasksResponse
        {
            Tasks = { tasks },
            NextPoll = options.NextPoll.ToDuration(),
            NextHeartbeat = options.NextHeartbeat.ToDuration(),
        }).ConfigureAwait(false);
    }

    async Task HeartbeatAsync(ServerCall call)
    {
        var request = await ReadAsync(call, BatonServiceHeartbeatRequest.Parser).ConfigureAwait(false);
        if (board.Find(request.TaskId) is not { } task || !board.Beat(task, request.HostId))
        {
            call.Fail(ErrorCode.NotFound, "the task is not yours");
            return;
        }
        tell($"{request.HostId} works on {request.TaskId}");
        await call.AnswerAsync(new BatonServiceHeartbeatResponse
        {
            NextHeartbeat = options.NextHeartbeat.ToDuration(),
            Cancelled = task.IsCancelled,
        }).ConfigureAwait(false);
    }

    async Task FinishTaskAsync(ServerCall call)
    {
        var request = await ReadAsync(call, BatonServiceFinishTaskRequest.Parser).ConfigureAwait(false);
        var task = board.Find(request.TaskId);
        if (task is not null)
            AnswerRules.Ensure(task.Task, request);
        if (task is null || !board.Finish(task, request))
        {
            call.Fail(ErrorCode.NotFound, "the task is not yours, or ended before");
            return;
        }
        tell($"{request.HostId} finished {request.TaskId}: {(request.Error is null ? "success" : $"{(ErrorCode)request.Status.Code}, {request.Status.Message}")}");
        await call.AnswerAsync(new BatonServiceFinishTaskResponse()).ConfigureAwait(false);
    }

    async Task UploadAsync(ServerCall call, Fault? fault)
    {
        var first = await ReadAsync(call, BatonServiceUploadAssetRequest.Parser).ConfigureAwait(false);
        if (first.MsgCase != PartKind.Metadata || board.Find(first.Metadata.TaskId) is not { } task)
        {
            call.Fail(ErrorCode.InvalidArgument, "an upload begins with metadata of a task");
            return;
        }
        using var file = new MemoryStream();
        while (await call.ReadAsync(BatonServiceUploadAssetRequest.Parser).ConfigureAwait(false) is { } part)
        {
            if (part.MsgCase == PartKind.Data)
            {
                part.Data.Data.WriteTo(file);
                if (fault?.Kind == FaultKind.DropUpload && file.Length >= fault.AfterBytes)
                {
                    call.Abort();
                    return;
                }
                continue;
            }
            var bytes = file.ToArray();
            if (part.MsgCase != PartKind.Eof || !part.Eof.Sha256Checksum.Span.SequenceEqual(SHA256.HashData(bytes)))
            {
                call.Fail(ErrorCode.DataLoss, "the hash does not match");
                return;
            }
            task.Receive(bytes);
            tell($"{first.Metadata.HostId} uploaded {bytes.Length} bytes for {first.Metadata.TaskId}");
            await call.AnswerAsync(new BatonServiceUploadAssetResponse()).ConfigureAwait(false);
            return;
        }
        call.Fail(ErrorCode.InvalidArgument, "the upload has no end");
    }

    async Task<IReadOnlyList<ServiceTask>> TakeAsync(ServerCall call, string host, int most, IReadOnlyCollection<string> known)
    {
        var more = board.More;
        var tasks = board.Take(host, most, known);
        if (tasks.Count == 0 && options.Patience > TimeSpan.Zero)
        {
            try
            {
                await more.WaitAsync(options.Patience, options.TimeProvider, call.Aborted).ConfigureAwait(false);
                tasks = board.Take(host, most, known);
            }
            catch (TimeoutException)
            {
                // There is still none.
            }
        }
        foreach (var task in tasks)
            tell($"{host} gets {task.Id} ({task.TaskTypeCase})");
        return tasks;
    }

    static async Task<T> ReadAsync<T>(ServerCall call, Google.Protobuf.MessageParser<T> parser)
        where T : class, Google.Protobuf.IMessage<T> =>
        await call.ReadAsync(parser).ConfigureAwait(false) ?? throw new InvalidDataException("the call has no request");

    static Task FailAsync(ServerCall call, ErrorCode code, string message)
    {
        call.Fail(code, message);
        return Task.CompletedTask;
    }
}
