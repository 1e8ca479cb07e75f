using FinalState = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest.FinalStateOneofCase;

namespace Baton.Service.Tests.EndToEnd;

public sealed class LifecycleTests
{
    [Fact]
    public async Task A_cancelled_task_stops_and_says_so()
    {
        await using var c1 = await Emulator.StartAsync(new() { NextHeartbeat = TimeSpan.FromSeconds(1) });
        var gate = Gate.Of(nameof(A_cancelled_task_stops_and_says_so));
        var task = c1.Enqueue(Tasks.Sync());
        await using var service = RunningService.Start(c1, $"--gate={nameof(A_cancelled_task_stops_and_says_so)}");
        await gate.Reached.Soon();
        c1.Cancel(task);
        var finish = await task.Finished.Soon();
        Assert.Equal((int)ErrorCode.Canceled, finish.Status.Code);
        Assert.Equal("task was cancelled", finish.Status.Message);
        Assert.False(finish.Error.NonRetryable);
        Assert.Empty(task.Uploads);
        Assert.Equal(0, await service.StopAsync().Soon());
        Assert.Empty(service.Files);
        Assert.Empty(c1.Violations);
    }

    [Fact]
    public async Task After_the_signal_running_tasks_may_end()
    {
        await using var c1 = await Emulator.StartAsync();
        var gate = Gate.Of(nameof(After_the_signal_running_tasks_may_end));
        var running = c1.Enqueue(Tasks.Sync());
        await using var service = RunningService.Start(c1, $"--gate={nameof(After_the_signal_running_tasks_may_end)}");
        await gate.Reached.Soon();
        var end = service.StopAsync();
        await Wait.ForAsync(() => service.Log.Contains("stopping", StringComparison.Ordinal));
        var late = c1.Enqueue(Tasks.Sync());
        gate.Open();
        Assert.Equal(0, await end.Soon());
        Assert.Equal(FinalState.Success, (await running.Finished.Soon()).FinalStateCase);
        Assert.Empty(late.Hosts);
    }

    [Theory]
    [InlineData("BATON_GET_TASKS=0")]
    [InlineData("BATON_GET_TASKS=1")]
    public async Task After_the_grace_tasks_are_given_back(string mode)
    {
        await using var c1 = await Emulator.StartAsync(new() { NextPoll = TimeSpan.Zero });
        var name = nameof(After_the_grace_tasks_are_given_back) + mode[^1];
        var tasks = Enumerable.Range(0, 2).Select(_ => c1.Enqueue(Tasks.Sync())).ToList();
        await using var service = RunningService.Start(c1, mode, $"--gate={name}", "--task-concurrency=1", "--shutdown-grace=100ms");
        await Gate.Of(name).Reached.Soon();
        Assert.Equal(0, await service.StopAsync().Soon());
        var handedOut = tasks.Where(t => t.Hosts.Count > 0).ToList();
        Assert.Equal(mode.EndsWith('1') ? 2 : 1, handedOut.Count);
        foreach (var task in handedOut)
        {
            var finish = await task.Finished.Soon();
            Assert.Equal((int)ErrorCode.Unavailable, finish.Status.Code);
            Assert.False(finish.Error.NonRetryable);
        }
        Assert.Empty(service.Files);
        Assert.Empty(c1.Violations);
    }

    [Theory]
    [InlineData("BATON_GET_TASKS=0")]
    [InlineData("BATON_GET_TASKS=1")]
    public async Task A_task_that_comes_twice_is_done_once(string mode)
    {
        await using var c1 = await Emulator.StartAsync();
        var name = nameof(A_task_that_comes_twice_is_done_once) + mode[^1];
        var task = c1.Enqueue(Tasks.Sync());
        await using var service = RunningService.Start(c1, mode, $"--gate={name}");
        await Gate.Of(name).Reached.Soon();
        c1.Duplicate(task);
        var method = mode.EndsWith('1') ? "GetTasks" : "GetTask";
        var calls = c1.Calls(method);
        await Wait.ForAsync(() => c1.Calls(method) >= calls + 2);
        Gate.Of(name).Open();
        Assert.Equal(FinalState.Success, (await task.Finished.Soon()).FinalStateCase);
        Assert.Equal(1, Gate.Of(name).Passes);
        Assert.Single(task.Uploads);
    }

    [Fact]
    public async Task Three_replicas_share_a_queue_and_lose_nothing_when_one_is_cut_off()
    {
        await using var c1 = await Emulator.StartAsync(new() { Lease = TimeSpan.FromSeconds(3), NextHeartbeat = TimeSpan.FromSeconds(1), MostAttempts = 5 });
        await using var first = RunningService.Start(c1, "BATON_GET_TASKS=1");
        await using var second = RunningService.Start(c1);
        await using var third = RunningService.Start(c1, "--shutdown-grace=0");
        await Wait.ForAsync(() => c1.Calls("Hello") == 3);
        var tasks = Enumerable.Range(0, 30).Select(_ => c1.Enqueue(Tasks.Sync())).ToList();
        await tasks[4].Finished.Soon();
        Assert.Equal(0, await third.StopAsync().Soon());
        foreach (var task in tasks)
        {
            Assert.Equal(FinalState.Success, (await task.Finished.Soon()).FinalStateCase);
            Assert.InRange(task.Uploads.Count, 1, task.Hosts.Count);
        }
        Assert.True(tasks.SelectMany(t => t.Hosts).Distinct().Count() > 1);
        Assert.Empty(c1.Violations);
    }

    [Theory]
    [InlineData("BATON_GET_TASKS=0", "GetTask")]
    [InlineData("BATON_GET_TASKS=1", "GetTasks")]
    public async Task A_task_that_comes_after_the_signal_is_given_back(string mode, string method)
    {
        // The poll waits at C1 until there is a task.
        await using var c1 = await Emulator.StartAsync(new() { Patience = Tasks.Patience });
        await using var service = RunningService.Start(c1, mode);
        await Wait.ForAsync(() => c1.Calls(method) == 1);
        var end = service.StopAsync();
        var task = c1.Enqueue(Tasks.Sync());
        Assert.Equal(0, await end.Soon());
        var finish = await task.Finished.Soon();
        Assert.Equal((int)ErrorCode.Unavailable, finish.Status.Code);
        Assert.False(finish.Error.NonRetryable);
        Assert.Empty(c1.Violations);
    }

    [Fact]
    public async Task A_connector_that_does_not_listen_does_not_keep_a_cancelled_task()
    {
        const string Name = "Deaf_to_cancellation";
        await using var c1 = await Emulator.StartAsync(new() { NextHeartbeat = TimeSpan.FromSeconds(1) });
        var task = c1.Enqueue(Tasks.Grant());
        await using var service = RunningService.Start(c1, $"--gate={Name}", "--provisioning", "--task-concurrency=1");
        await Gate.Of(Name).Reached.Soon();
        c1.Cancel(task);
        Assert.Equal("task was cancelled", (await task.Finished.Soon()).Status.Message);
        // The only slot is free again.
        Assert.Equal((int)ErrorCode.Unimplemented, (await c1.Enqueue(new() { CompactSyncs = new() }).Finished.Soon()).Status.Code);
        Gate.Of(Name).Open();
    }

    [Fact]
    public async Task A_connector_that_does_not_listen_does_not_keep_the_process()
    {
        const string Name = "Deaf_to_the_signal";
        await using var c1 = await Emulator.StartAsync();
        var task = c1.Enqueue(Tasks.Grant());
        await using var service = RunningService.Start(c1, $"--gate={Name}", "--provisioning", "--shutdown-grace=0");
        await Gate.Of(Name).Reached.Soon();
        Assert.Equal(0, await service.StopAsync().Soon());
        Assert.Equal((int)ErrorCode.Unavailable, (await task.Finished.Soon()).Status.Code);
        Gate.Of(Name).Open();
    }

    [Fact]
    public async Task No_more_tasks_are_fetched_than_there_are_slots()
    {
        await using var c1 = await Emulator.StartAsync();
        const string Name = nameof(No_more_tasks_are_fetched_than_there_are_slots);
        var tasks = Enumerable.Range(0, 4).Select(_ => c1.Enqueue(Tasks.Sync())).ToList();
        await using var service = RunningService.Start(c1, $"--gate={Name}", "--task-concurrency=2");
        await Wait.ForAsync(() => Gate.Of(Name).Passes == 2);
        Assert.Equal(2, tasks.Count(t => t.Hosts.Count > 0));
        Gate.Of(Name).Open();
        await Task.WhenAll(tasks.Select(t => t.Finished)).Soon();
    }
}
