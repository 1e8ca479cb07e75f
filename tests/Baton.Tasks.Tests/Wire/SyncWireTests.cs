using Baton.Protocol.Connector.V2;

namespace Baton.Tasks.Tests.Wire;

/// <summary>Sync tasks that cannot be done, and those that the operator limits.</summary>
public sealed class SyncWireTests
{
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
}
