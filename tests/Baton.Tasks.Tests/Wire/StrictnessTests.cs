using Baton.Auth;
using Baton.Logging;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Testing;
using Baton.Transport;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging.Abstractions;
using Finish = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest;
using UploadPart = Baton.Protocol.Service.V1.BatonServiceUploadAssetRequest;
using Task = System.Threading.Tasks.Task;

namespace Baton.Tasks.Tests.Wire;

/// <summary>The emulated C1 forgives nothing: each request that breaks a rule is refused and written down, and those of a connector break none.</summary>
public sealed class StrictnessTests : IAsyncLifetime
{
    const string Host = "strict-host";

    readonly HttpMessageInvoker _http = new(RpcHandler.Create());
    C1Emulator _c1 = null!;
    BatonService _client = null!;
    TokenSource _tokens = null!;

    public async ValueTask InitializeAsync()
    {
        _c1 = await C1Emulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var id = ClientId.Parse(_c1.ClientId);
        var endpoint = C1Endpoint.Of(id, _c1.Host);
        _tokens = new(id, ClientSecret.Parse(_c1.ClientSecret), endpoint, _http, new SecretRedactor(), TimeProvider.System, NullLogger.Instance);
        _client = new(new RpcChannel(endpoint.Address, "strict", _http, TimeProvider.System), _tokens, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _tokens.Dispose();
        _http.Dispose();
        await _c1.DisposeAsync();
    }

    [Fact]
    public async Task A_connector_calls_every_method_and_breaks_no_rule()
    {
        foreach (var inBatches in new[] { "0", "1" })
        {
            await using var service = await ConnectorService.StartAsync<Runtime.Tests.Tasks.DeskConnector>(
                ["--provisioning"],
                new() { Environment = new Dictionary<string, string> { ["BATON_GET_TASKS"] = inBatches } },
                cancellationToken: TestContext.Current.CancellationToken);
            foreach (var task in new[] { TaskSamples.Of("sync_full", SecretReader.Create()), TaskSamples.Of("hello", SecretReader.Create()), TaskSamples.Of("grant", SecretReader.Create()) })
                await service.RunAsync(task, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Equal(2, service.C1.Calls("Hello"));
            Assert.All(["token", inBatches == "1" ? "GetTasks" : "GetTask", "Heartbeat", "UploadAsset", "FinishTask"], method => Assert.NotEqual(0, service.C1.Calls(method)));
            Assert.Equal(0, await service.StopAsync());
            Assert.Empty(service.C1.Violations);
        }
    }

    public static TheoryData<string> BadRequests =>
    [
        "hello without metadata", "hello of a long host", "hello with 17 annotations", "hello with a long kernel", "get task without host",
        "get tasks of page 0", "get tasks of page 101", "get tasks that knows what is no id", "heartbeat of no task", "heartbeat of 101 tasks",
    ];

    [Theory]
    [MemberData(nameof(BadRequests))]
    public Task A_request_that_breaks_a_rule_is_refused(string what) => RefusedAsync(what switch
    {
        "hello without metadata" => _client.HelloAsync(new() { HostId = Host }, default),
        "hello of a long host" => _client.HelloAsync(new() { HostId = new('h', 257), ConnectorMetadata = new() }, default),
        "hello with 17 annotations" => _client.HelloAsync(new() { HostId = Host, ConnectorMetadata = new(), Annotations = { Many(17) } }, default),
        "hello with a long kernel" => _client.HelloAsync(new() { HostId = Host, ConnectorMetadata = new(), OsInfo = new() { KernelVersion = new('k', 257) } }, default),
        "get task without host" => _client.GetTaskAsync(new(), default),
        "get tasks of page 0" => _client.GetTasksAsync(new() { HostId = Host }, default),
        "get tasks of page 101" => _client.GetTasksAsync(new() { HostId = Host, PageSize = 101 }, default),
        "get tasks that knows what is no id" => _client.GetTasksAsync(new() { HostId = Host, PageSize = 1, KnownTaskIds = { "x" } }, default),
        "heartbeat of no task" => _client.HeartbeatAsync(new() { HostId = Host }, default),
        _ => _client.HeartbeatAsync(new() { HostId = Host, TaskId = C1Z.Ksuid.New(TimeProvider.System), TaskIds = { Enumerable.Repeat(C1Z.Ksuid.New(TimeProvider.System), 101) } }, default),
    });

    public static TheoryData<string> BadReports =>
    [
        "neither success nor failure", "success with a status", "success without the answer", "success with the answer of another kind", "answer with a broken rule inside",
        "answer with a broken rule in an annotation of a resource inside",
        "success with 17 annotations", "foreign type url", "failure without a status", "failure with code 0", "failure without a text", "failure with 17 annotations",
    ];

    [Theory]
    [MemberData(nameof(BadReports))]
    public async Task A_report_that_does_not_fit_its_task_is_refused(string what)
    {
        var task = _c1.Enqueue(TaskSamples.Of("list_events", SecretReader.Create()));
        await _client.GetTaskAsync(new() { HostId = Host }, default);
        var answer = new ListEventsResponse().ToAny();
        Finish report = what switch
        {
            "neither success nor failure" => new(),
            "success with a status" => new() { Status = new() { Code = 2, Message = "but" }, Success = new() { Response = answer } },
            "success without the answer" => new() { Success = new() },
            "success with the answer of another kind" => new() { Success = new() { Response = new ListEventFeedsResponse().ToAny() } },
            "answer with a broken rule inside" => new() { Success = new() { Response = new ListEventsResponse { Cursor = new('c', 4097) }.ToAny() } },
            "answer with a broken rule in an annotation of a resource inside" => new() { Success = new() { Response = Deep().ToAny() } },
            "success with 17 annotations" => new() { Success = new() { Response = answer, Annotations = { Many(17) } } },
            "foreign type url" => new() { Success = new() { Response = answer, Annotations = { new Any { TypeUrl = "elsewhere/x" } } } },
            "failure without a status" => new() { Error = new() },
            "failure with code 0" => new() { Error = new(), Status = new() { Message = "text" } },
            "failure without a text" => new() { Error = new(), Status = new() { Code = 2 } },
            _ => new() { Error = new() { Annotations = { Many(17) } }, Status = new() { Code = 2, Message = "text" } },
        };
        report.HostId = Host;
        report.TaskId = task.Task.Id;
        await RefusedAsync(_client.FinishTaskAsync(report, default));
        Assert.False(task.Finished.IsCompleted);
    }

    [Theory]
    [InlineData("empty chunk")]
    [InlineData("large chunk")]
    [InlineData("short hash")]
    [InlineData("nothing in it")]
    public async Task An_upload_that_breaks_a_rule_is_refused(string what)
    {
        var task = _c1.Enqueue(TaskSamples.Of("sync_full", SecretReader.Create()));
        await _client.GetTaskAsync(new() { HostId = Host }, default);
        UploadPart bad = what switch
        {
            "empty chunk" => new() { Data = new() },
            "large chunk" => new() { Data = new() { Data = ByteString.CopyFrom(new byte[(1 << 20) + 1]) } },
            "short hash" => new() { Eof = new() { Sha256Checksum = ByteString.CopyFrom(new byte[31]) } },
            _ => new(),
        };
        await RefusedAsync(_client.UploadAssetAsync(Parts(new() { Metadata = new() { HostId = Host, TaskId = task.Task.Id } }, bad), default));
        Assert.Empty(task.Uploads);
    }

    static async IAsyncEnumerable<UploadPart> Parts(params UploadPart[] parts)
    {
        await Task.Yield();
        foreach (var part in parts)
            yield return part;
    }

    static ListEventsResponse Deep() => new()
    {
        Events = { new Event { UsageEvent = new() { TargetResource = new() { Annotations = { new EventFeedMetadata().ToAny() } } } } },
    };

    static IEnumerable<Any> Many(int count) => Enumerable.Repeat(TaskSamples.Note, count);

    async Task RefusedAsync(Task call)
    {
        Assert.Equal(ErrorCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => call)).Code);
        Assert.Single(_c1.Violations);
    }
}
