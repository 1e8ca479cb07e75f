using Baton.C1Z;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks.Tests.Wire;

/// <summary>Sync tasks: their options beside the operator's, and those that cannot be done.</summary>
public sealed class SyncWireTests
{
    /// <summary>Flags, the task's options, and how many resources and entitlements the uploaded file has.</summary>
    public static TheoryData<string, string, int, int> Options => new()
    {
        { "--workers=4", "{}", 2, 1 },
        { "--workers=0", """{"skipExpandGrants": true}""", 2, 1 },
        { "--workers=0", """{"skipGrants": true, "storageEngine": "sqlite"}""", 2, 1 },
        { "--workers=0", """{"skipEntitlementsAndGrants": true, "storageEngine": "pebble"}""", 2, 0 },
        { "--workers=0", """{"syncResourceTypeIds": ["room"]}""", 1, 1 },
        { "--sync-resource-types=clerk", "{}", 1, 0 },
        { "--sync-resource-types=clerk", """{"syncResourceTypeIds": ["room"]}""", 1, 1 },
        { "--skip-full-sync", "{}", 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public async Task The_tasks_options_go_before_the_operators(string flag, string options, int resources, int entitlements)
    {
        await using var service = await DeskService.StartAsync(flag);
        var task = service.C1.Enqueue(ProtoJson.Parse<ServiceTask>($$"""{"syncFull": {{options}}}"""));
        var finish = await task.Finished.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Null(finish.Error);
        Assert.Null(finish.Success.Response);
        Assert.Equal((resources, entitlements), await CountAsync(Assert.Single(task.Uploads)));
        await service.EndAsync();
    }

    [Fact]
    public async Task A_targeted_resource_without_an_id_is_malformed()
    {
        await using var service = await DeskService.StartAsync();
        var finish = await service.RunAsync(new() { SyncFull = new() { TargetedSyncResources = { new Resource { DisplayName = "somebody" } } } });
        Assert.Equal(((int)ErrorCode.InvalidArgument, true), (finish.Status.Code, finish.Error.NonRetryable));
        Assert.Equal("malformed full sync task: a targeted resource has no id, or its type is missing", finish.Status.Message);
        await service.EndAsync();
    }

    [Fact]
    public async Task A_failure_of_the_source_may_pass()
    {
        await using var service = await DeskService.StartAsync();
        service.Desk.Failure = new ConnectorException(ErrorCode.PermissionDenied, "not you");
        var finish = await service.RunAsync(new() { SyncFull = new() });
        Assert.Equal(((int)ErrorCode.PermissionDenied, false), (finish.Status.Code, finish.Error.NonRetryable));
        await service.EndAsync();
    }

    static async Task<(int Resources, int Entitlements)> CountAsync(byte[] file)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file);
            await using var reader = await C1ZReader.OpenAsync(path, new C1ZOptions(), default);
            return (await reader.ResourcesAsync().CountAsync(), await reader.EntitlementsAsync().CountAsync());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
