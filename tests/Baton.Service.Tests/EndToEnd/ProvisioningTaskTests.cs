using Baton.Protocol.Connector.V2;
using Baton.Testing;

namespace Baton.Service.Tests.EndToEnd;

public sealed class ProvisioningTaskTests
{
    [Fact]
    public async Task A_grant_and_a_revocation_reach_the_connector()
    {
        const string Name = nameof(A_grant_and_a_revocation_reach_the_connector);
        await using var c1 = await Emulator.StartAsync();
        await using var service = RunningService.Start(c1, "--provisioning", $"--gate={Name}");
        var grant = await c1.Enqueue(Tasks.Grant()).Finished.Soon();
        Assert.Equal("club:c1:member:person:p1", grant.Success.Response.Unpack<GrantManagerServiceGrantResponse>().Grants[0].Id);
        var revoke = await c1.Enqueue(Tasks.Revoke()).Finished.Soon();
        Assert.True(revoke.Success.Response.Is(GrantManagerServiceRevokeResponse.Descriptor));
        Assert.Equal(["add p1 to c1", "remove p1 from c1"], Clubs.Asked[Name]);
        Assert.Empty(c1.Violations);
    }

    [Fact]
    public async Task Without_leave_nothing_is_changed()
    {
        const string Name = nameof(Without_leave_nothing_is_changed);
        await using var c1 = await Emulator.StartAsync();
        await using var service = RunningService.Start(c1, $"--gate={Name}");
        var finish = await c1.Enqueue(Tasks.Grant()).Finished.Soon();
        Assert.Equal((int)ErrorCode.FailedPrecondition, finish.Status.Code);
        Assert.Contains("--provisioning", finish.Status.Message, StringComparison.Ordinal);
        Assert.True(finish.Error.NonRetryable);
        Assert.False(Clubs.Asked.ContainsKey(Name));
    }

    [Fact]
    public async Task A_grant_whose_report_was_lost_is_reported_again_and_not_made_again()
    {
        const string Name = nameof(A_grant_whose_report_was_lost_is_reported_again_and_not_made_again);
        await using var c1 = await Emulator.StartAsync();
        c1.Add(new("FinishTask", FaultKind.Status) { Code = ErrorCode.NotFound });
        var task = c1.Enqueue(Tasks.Grant());
        await using var service = RunningService.Start(c1, "--provisioning", $"--gate={Name}");
        await Wait.ForAsync(() => c1.Calls("FinishTask") == 1);
        c1.Duplicate(task);
        Assert.NotNull((await task.Finished.Soon()).Success);
        Assert.Equal(["add p1 to c1"], Clubs.Asked[Name]);
        Assert.Equal(2, task.Hosts.Count);
    }
}
