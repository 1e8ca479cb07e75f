using Baton.C1Z;
using Baton.Protocol;
using Baton.Tasks.Tests.Wire;
using Baton.Testing;
using FinalState = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest.FinalStateOneofCase;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks.Tests.Interop;

/// <summary>Service mode against a server that shares nothing with ours: neither the gRPC, nor the messages, nor the rules.</summary>
public sealed class NodeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_kind_of_task_ends_as_the_protocol_asks(bool inBatches)
    {
        await using var service = await NodeDesk.StartAsync(inBatches);
        var reader = SecretReader.Create();
        foreach (var (kind, expected) in EveryKindTests.Answers)
        {
            var task = TaskSamples.Of(kind, reader);
            var finish = await service.C1.RunAsync(task);
            Assert.True(finish.FinalStateCase == FinalState.Success, $"{kind}: {finish}");
            Assert.Equal(expected, finish.Success.Response is { } response ? TypeUrls.NameOf(response.TypeUrl) : "nothing");
            if (kind == "sync_full")
                Assert.Equal(2, await ResourcesAsync(Assert.Single(service.C1.UploadsOf(task))));
        }
        await service.C1.RunAsync(new() { Hello = new() });
        foreach (var kind in new[] { "event_feed", "create_sync_diff", "compact_syncs" })
            Assert.Equal(((int)ErrorCode.Unimplemented, true), Refusal(await service.C1.RunAsync(TaskSamples.Of(kind, reader))));
        await service.EndAsync();
    }

    [Fact]
    public async Task A_kind_of_task_from_the_future_is_refused_for_good()
    {
        await using var service = await NodeDesk.StartAsync();
        // Field 250 of the task holds a message.
        Assert.Equal(((int)ErrorCode.Unimplemented, true), Refusal(await service.C1.RunAsync(ServiceTask.Parser.ParseFrom([0xd2, 0x0f, 0x02, 0x08, 0x01]))));
        await service.EndAsync();
    }

    [Fact]
    public async Task An_upload_of_many_pieces_arrives_whole()
    {
        await using var service = await NodeDesk.StartAsync();
        var task = new ServiceTask { SyncFull = new(), Debug = true };
        var broken = service.C1.Spoil("UploadAsset", "cut", ("after", 1));
        Assert.Equal(FinalState.Success, (await service.C1.RunAsync(task)).FinalStateCase);
        await broken;
        Assert.Equal(2, service.C1.UploadsOf(task).Count);
        await service.EndAsync();
    }

    static async Task<int> ResourcesAsync(byte[] file)
    {
        using var stream = new MemoryStream(file);
        await using var reader = await C1ZReader.OpenAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        return await reader.ResourcesAsync().CountAsync(TestContext.Current.CancellationToken);
    }

    static (int Code, bool NonRetryable) Refusal(Protocol.Service.V1.BatonServiceFinishTaskRequest finish) => (finish.Status.Code, finish.Error.NonRetryable);
}
