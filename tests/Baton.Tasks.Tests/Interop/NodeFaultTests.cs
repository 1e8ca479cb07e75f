using Baton.Tasks.Tests.Wire;
using Baton.Testing;
using FinalState = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest.FinalStateOneofCase;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks.Tests.Interop;

/// <summary>Whatever goes wrong with a call, in the words of gRPC and of HTTP/2, the task that it belongs to ends well.</summary>
public sealed class NodeFaultTests
{
    const int RefusedStream = 7, Cancel = 8, Calm = 11;

    static readonly (string Kind, (string, int)[] More)[] Anywhere =
    [
        ("status", [("code", (int)ErrorCode.Unavailable)]), ("status", [("code", (int)ErrorCode.DeadlineExceeded)]),
        ("status", [("code", (int)ErrorCode.ResourceExhausted)]), ("status", [("code", (int)ErrorCode.Internal)]), ("status", [("code", (int)ErrorCode.Aborted)]),
        ("status", [("code", (int)ErrorCode.Canceled)]), ("expire", []),
        ("http", [("code", 502)]), ("http", [("code", 503)]), ("http", [("code", 429)]), ("http", [("code", 200)]),
        ("reset", [("code", 2)]), ("reset", [("code", RefusedStream)]), ("reset", [("code", Cancel)]), ("reset", [("code", Calm)]),
        ("destroy", []), ("goaway", []), ("goaway before", []), ("half", []), ("no trailers", []), ("late", [("ms", 800)]),
    ];

    [Theory]
    [InlineData("Hello")]
    [InlineData("GetTask")]
    [InlineData("GetTasks")]
    [InlineData("Heartbeat")]
    [InlineData("UploadAsset")]
    [InlineData("FinishTask")]
    [InlineData("token")]
    public async Task A_task_survives_it(string method)
    {
        await using var service = await NodeDesk.StartAsync(inBatches: method == "GetTasks");
        await service.C1.RunAsync(new() { Hello = new() });
        foreach (var (kind, more) in Anywhere.Where(fault => method != "token" || IsOfHttp(fault.Kind, fault.More)))
        {
            var expired = method == "token" ? service.C1.Spoil("GetTask", "expire") : Task.CompletedTask;
            var happened = service.C1.Spoil(method, kind, more);
            await EndsWellAsync(service, method);
            await Task.WhenAll(expired, happened);
        }
        await service.EndAsync();
    }

    [Theory]
    [InlineData("FinishTask")]
    [InlineData("Heartbeat")]
    [InlineData("UploadAsset")]
    public async Task A_lost_answer_changes_nothing(string method)
    {
        await using var service = await NodeDesk.StartAsync();
        var happened = service.C1.Spoil(method, "lose");
        await EndsWellAsync(service, method);
        await happened;
        await service.EndAsync();
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("reset upload")]
    [InlineData("enough")]
    public async Task An_upload_begins_anew(string kind)
    {
        await using var service = await NodeDesk.StartAsync();
        var happened = service.C1.Spoil("UploadAsset", kind, ("after", 1), ("code", (int)ErrorCode.Unavailable));
        await EndsWellAsync(service, "UploadAsset");
        await happened;
        await service.EndAsync();
    }

    static async Task EndsWellAsync(NodeDesk service, string method)
    {
        var task = method switch
        {
            "Hello" => new ServiceTask { Hello = new() },
            "Heartbeat" or "UploadAsset" => TaskSamples.Of("sync_full", SecretReader.Create()),
            _ => TaskSamples.Of("list_event_feeds", SecretReader.Create()),
        };
        var finish = await service.C1.RunAsync(task);
        if (task.Hello is null)
            Assert.Equal((FinalState.Success, ""), (finish.FinalStateCase, finish.Status?.Message ?? ""));
        if (task.SyncFull is not null)
            Assert.NotEmpty(service.C1.UploadsOf(task));
    }

    // A token endpoint knows nothing of gRPC.
    static bool IsOfHttp(string kind, (string Name, int Value)[] more) =>
        kind is "reset" or "destroy" or "goaway" or "goaway before" or "late" || (kind == "http" && more[0].Value != 200);
}
