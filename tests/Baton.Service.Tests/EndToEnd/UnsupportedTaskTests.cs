using Baton.Tasks.Tests.Wire;
using Baton.Testing;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>A connector that can do little says so, for good, whatever it is asked to do.</summary>
public sealed class UnsupportedTaskTests
{
    static readonly string[] Kinds =
    [
        "create_account", "create_resource", "delete_resource", "rotate_credentials", "issue_credential", "create_ticket_task", "list_ticket_schemas",
        "get_ticket", "bulk_create_tickets", "bulk_get_tickets", "action_list_schemas", "event_feed", "create_sync_diff", "compact_syncs",
    ];

    [Fact]
    public async Task What_the_connector_has_no_method_for_is_refused_for_good()
    {
        await using var c1 = await Emulator.StartAsync();
        var tasks = Kinds.Select(kind => (Kind: kind, Task: c1.Enqueue(TaskSamples.Of(kind, SecretReader.Create())))).ToList();
        await using var service = RunningService.Start(c1, "--provisioning", "--ticketing");
        foreach (var (kind, task) in tasks)
        {
            var finish = await task.Finished.Soon();
            Assert.True(finish.Error is { NonRetryable: true }, kind);
            Assert.Equal((int)ErrorCode.Unimplemented, finish.Status.Code);
            Assert.StartsWith("this connector does not support ", finish.Status.Message, StringComparison.Ordinal);
        }
        Assert.Equal(0, await service.StopAsync().Soon());
        Assert.Empty(c1.Violations);
    }
}
