using Baton.Testing;
using FinalState = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest.FinalStateOneofCase;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>Processes that share a queue. <c>BATON_TEST_QUEUE</c> sets how many tasks are in it.</summary>
public sealed class ReplicaTests
{
    [Theory]
    [InlineData("BATON_GET_TASKS=0")]
    [InlineData("BATON_GET_TASKS=1")]
    public async Task No_task_is_lost_when_two_of_three_processes_are_killed(string mode)
    {
        await using var c1 = await Emulator.StartAsync(new() { Lease = TimeSpan.FromSeconds(3), NextHeartbeat = TimeSpan.FromSeconds(1), MostAttempts = 5 });
        await using var first = Start(c1, mode);
        await using var second = Start(c1, mode);
        await using var third = Start(c1, mode);
        await Wait.ForAsync(() => c1.Calls("Hello") == 3);
        var tasks = Enumerable.Range(0, Setting.Of("BATON_TEST_QUEUE", 24))
            .Select(i => c1.Enqueue((i % 3) switch { 0 => Tasks.Sync(), 1 => Tasks.Grant(), _ => Tasks.Revoke() })).ToList();
        await UntilBusyAsync(first, c1, tasks, done: 0);
        await first.KillAsync();
        await UntilBusyAsync(second, c1, tasks, done: tasks.Count / 3);
        await second.KillAsync();
        foreach (var task in tasks)
            await CheckAsync(task);
        Assert.Contains(tasks, t => t.Hosts.Count > 1);
        Assert.Contains(tasks, t => t.Hosts[^1] == third.Host);
        Assert.Empty(c1.Violations);
        third.Signal(RunningProgram.SigTerm);
        Assert.Equal(0, await third.EndAsync());
        Assert.Empty(third.Files);
    }

    static TownProcess Start(C1Emulator c1, string mode) => TownProcess.Start(c1, mode, "--provisioning", "--pause=100");

    /// <summary>
    /// Waits until so many tasks are done, and the process is in the middle of a sync, the longest of them. Where the others were so quick that
    /// nothing is left for it, there is more to do.
    /// </summary>
    static Task UntilBusyAsync(TownProcess process, C1Emulator c1, List<EmulatedTask> tasks, int done) => Wait.ForAsync(() =>
    {
        if (tasks.TrueForAll(static t => t.Hosts.Count > 0))
            tasks.Add(c1.Enqueue(Tasks.Sync()));
        return tasks.Count(static t => t.Finished.IsCompleted) >= done
            && tasks.Exists(t => t.Task.SyncFull is not null && !t.Finished.IsCompleted && t.Hosts.Count > 0 && t.Hosts[^1] == process.Host);
    });

    static async Task CheckAsync(EmulatedTask task)
    {
        var finish = await task.Finished.Soon();
        Assert.Equal(FinalState.Success, finish.FinalStateCase);
        Assert.Equal(task.Hosts[^1], finish.HostId);
        if (task.Task.SyncFull is null)
        {
            Assert.Empty(task.Uploads);
            return;
        }
        Assert.InRange(task.Uploads.Count, 1, task.Hosts.Count);
        foreach (var file in task.Uploads)
            Assert.Equal((5, 1, 5), await Uploaded.CountAsync(file));
    }
}
