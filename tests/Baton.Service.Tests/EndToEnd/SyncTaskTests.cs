using FinalState = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest.FinalStateOneofCase;

namespace Baton.Service.Tests.EndToEnd;

public sealed class SyncTaskTests
{
    [Fact]
    public async Task Hello_tells_all_that_C1_asks_for()
    {
        await using var c1 = await Emulator.StartAsync();
        await using var service = RunningService.Start(c1);
        var hello = await c1.Hello.Soon();
        Assert.Equal("", hello.TaskId);
        Assert.StartsWith("host-baton-service-", hello.HostId, StringComparison.Ordinal);
        Assert.Equal("Town", hello.ConnectorMetadata.DisplayName);
        Assert.Equal("People of a town", hello.ConnectorMetadata.Description);
        Assert.Equal(2, hello.ConnectorMetadata.Capabilities.ResourceTypeCapabilities.Count);
        Assert.Equal("baton-town", hello.BuildInfo.Package);
        string[] texts =
        [
            hello.BuildInfo.LangVersion, hello.BuildInfo.PackageVersion, hello.OsInfo.Hostname, hello.OsInfo.Os, hello.OsInfo.Platform,
            hello.OsInfo.PlatformVersion, hello.OsInfo.PlatformFamily, hello.OsInfo.KernelVersion, hello.OsInfo.KernelArch, hello.OsInfo.VirtualizationSystem,
        ];
        Assert.All(texts, static t => Assert.InRange(t.Length, 1, 256));
        // All of it, behind the first dot too.
        var machine = (await File.ReadAllTextAsync("/proc/sys/kernel/hostname")).Trim();
        Assert.Equal((machine, machine), (hello.OsInfo.Hostname, HostId.Of(static _ => null)));
        Assert.Equal(0, await service.StopAsync().Soon());
        Assert.Empty(c1.Violations);
    }

    [Theory]
    [InlineData("BATON_GET_TASKS=false")]
    [InlineData("BATON_GET_TASKS=true")]
    public async Task A_sync_is_uploaded_and_readable(string mode)
    {
        await using var c1 = await Emulator.StartAsync();
        var task = c1.Enqueue(Tasks.Sync());
        await using var service = RunningService.Start(c1, mode, "--people=40");
        var finish = await task.Finished.Soon();
        Assert.Equal(FinalState.Success, finish.FinalStateCase);
        Assert.Null(finish.Success.Response);
        Assert.Null(finish.Status);
        Assert.True(task.Heartbeats >= 1);
        Assert.Equal((40, 1, 40), await Uploaded.CountAsync(Assert.Single(task.Uploads)));
        Assert.Equal(0, await service.StopAsync().Soon());
        Assert.Empty(service.Files);
        Assert.Empty(c1.Violations);
    }

    [Fact]
    public async Task The_options_of_a_sync_are_those_of_the_task()
    {
        await using var c1 = await Emulator.StartAsync();
        var resourcesOnly = c1.Enqueue(new() { SyncFull = new() { SkipEntitlementsAndGrants = true, StorageEngine = "pebble" } });
        var noGrants = c1.Enqueue(new() { SyncFull = new() { SkipGrants = true } });
        var clubsOnly = c1.Enqueue(new() { SyncFull = new() { SyncResourceTypeIds = { "club" } } });
        await using var service = RunningService.Start(c1, "--sync-resource-types=person,club");
        await Task.WhenAll(resourcesOnly.Finished, noGrants.Finished, clubsOnly.Finished).Soon();
        Assert.Equal((5, 0, 0), await Uploaded.CountAsync(Assert.Single(resourcesOnly.Uploads)));
        Assert.Equal((5, 1, 0), await Uploaded.CountAsync(Assert.Single(noGrants.Uploads)));
        Assert.Equal((0, 1, 0), await Uploaded.CountAsync(Assert.Single(clubsOnly.Uploads)));
    }

    [Fact]
    public async Task Single_resources_are_synced_where_the_connector_can_get_them()
    {
        await using var c1 = await Emulator.StartAsync();
        var task = c1.Enqueue(new()
        {
            SyncFull = new() { TargetedSyncResources = { new Protocol.Connector.V2.Resource { Id = new() { ResourceType = "person", Resource = "p2" } } } },
        });
        await using var service = RunningService.Start(c1);
        Assert.Equal(FinalState.Success, (await task.Finished.Soon()).FinalStateCase);
        Assert.Equal((1, 0, 0), await Uploaded.CountAsync(Assert.Single(task.Uploads)));
    }

    [Fact]
    public async Task A_skipped_sync_is_an_empty_one()
    {
        await using var c1 = await Emulator.StartAsync();
        var task = c1.Enqueue(Tasks.Sync());
        await using var service = RunningService.Start(c1, "--skip-full-sync");
        Assert.Equal(FinalState.Success, (await task.Finished.Soon()).FinalStateCase);
        Assert.Equal((0, 0, 0), await Uploaded.CountAsync(Assert.Single(task.Uploads)));
    }

    [Fact]
    public async Task A_task_with_debug_uploads_its_log_without_secrets()
    {
        await using var c1 = await Emulator.StartAsync();
        var task = c1.Enqueue(new() { Debug = true, SyncFull = new() });
        await using var service = RunningService.Start(c1);
        await task.Finished.Soon();
        Assert.Equal(2, task.Uploads.Count);
        var log = System.Text.Encoding.UTF8.GetString(task.Uploads[1]);
        Assert.Contains("\"msg\":\"Sync complete.\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningService.Token, log, StringComparison.Ordinal);
        Assert.Empty(service.Files);
    }

    [Fact]
    public async Task A_failure_of_the_connector_is_reported_with_its_code_and_without_secrets()
    {
        await using var c1 = await Emulator.StartAsync();
        var task = c1.Enqueue(Tasks.Sync());
        await using var service = RunningService.Start(c1, "BATON_TOKEN=wrong");
        var finish = await task.Finished.Soon();
        Assert.Equal((int)ErrorCode.PermissionDenied, finish.Status.Code);
        Assert.Contains("the town refuses [redacted]-ish tokens", finish.Status.Message, StringComparison.Ordinal);
        Assert.False(finish.Error.NonRetryable);
        Assert.Empty(task.Uploads);
        Assert.Empty(service.Files);
    }

    [Fact]
    public async Task A_kind_that_the_connector_does_not_know_is_refused_for_good()
    {
        await using var c1 = await Emulator.StartAsync();
        var task = c1.Enqueue(new() { CompactSyncs = new() });
        await using var service = RunningService.Start(c1);
        var finish = await task.Finished.Soon();
        Assert.Equal((int)ErrorCode.Unimplemented, finish.Status.Code);
        Assert.True(finish.Error.NonRetryable);
    }
}
