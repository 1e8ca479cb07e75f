using Baton.Testing;
using FinalState = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest.FinalStateOneofCase;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>How a process ends: what containers and service managers see.</summary>
public sealed class SignalTests
{
    [Theory]
    [InlineData(RunningProgram.SigTerm)]
    [InlineData(RunningProgram.SigInt)]
    public async Task An_idle_process_ends_well(int signal)
    {
        await using var c1 = await Emulator.StartAsync();
        await using var town = TownProcess.Start(c1);
        await Wait.ForAsync(() => c1.Calls("GetTask") > 0);
        town.Signal(signal);
        Assert.Equal(0, await town.EndAsync());
        Assert.Contains("stopped", town.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_C1_does_not_know_yet_ends_well()
    {
        await using var c1 = await Emulator.StartAsync();
        c1.Add(new("Hello", FaultKind.Drop) { Times = 100 });
        await using var town = TownProcess.Start(c1);
        await Wait.ForAsync(() => c1.Calls("Hello") > 0);
        town.Signal(RunningProgram.SigTerm);
        Assert.Equal(0, await town.EndAsync());
    }

    [Fact]
    public async Task What_runs_may_end_and_nothing_more_is_fetched()
    {
        await using var c1 = await Emulator.StartAsync();
        EmulatedTask[] running = [c1.Enqueue(Tasks.Sync()), c1.Enqueue(Tasks.Grant())];
        await using var town = TownProcess.Start(c1, "--pause=200", "--provisioning");
        await Wait.ForAsync(() => town.Log.Split("task started").Length == 3);
        town.Signal(RunningProgram.SigTerm);
        await Wait.ForAsync(() => town.Log.Contains("stopping", StringComparison.Ordinal));
        var late = c1.Enqueue(Tasks.Sync());
        Assert.Equal(0, await town.EndAsync());
        foreach (var task in running)
            Assert.Equal(FinalState.Success, (await task.Finished.Soon()).FinalStateCase);
        Assert.Single(running[0].Uploads);
        Assert.Empty(late.Hosts);
        Assert.Empty(town.Files);
        Assert.Empty(c1.Violations);
    }

    [Fact]
    public async Task What_does_not_end_in_time_is_given_back_for_another_process()
    {
        await using var c1 = await Emulator.StartAsync(new() { MostAttempts = 2 });
        EmulatedTask[] tasks = [c1.Enqueue(Tasks.Sync()), c1.Enqueue(Tasks.Grant())];
        await using (var slow = TownProcess.Start(c1, "--pause=60000", "--provisioning", "--shutdown-grace=100ms"))
        {
            await Wait.ForAsync(() => slow.Log.Split("task started").Length == 3);
            slow.Signal(RunningProgram.SigTerm);
            Assert.Equal(0, await slow.EndAsync());
            Assert.Empty(slow.Files);
        }
        Assert.All(tasks, static t => Assert.False(t.Finished.IsCompleted));
        await using var fast = TownProcess.Start(c1, "--provisioning");
        foreach (var task in tasks)
            Assert.Equal(FinalState.Success, (await task.Finished.Soon()).FinalStateCase);
        Assert.Empty(c1.Violations);
    }

    [Fact]
    public async Task An_upload_that_does_not_end_in_time_is_given_back()
    {
        await using var c1 = await Emulator.StartAsync();
        c1.Add(new("UploadAsset", FaultKind.Slow) { Delay = TimeSpan.FromMinutes(2) });
        var task = c1.Enqueue(Tasks.Sync());
        await using var town = TownProcess.Start(c1, "--shutdown-grace=100ms");
        await Wait.ForAsync(() => c1.Calls("UploadAsset") > 0);
        town.Signal(RunningProgram.SigTerm);
        Assert.Equal(0, await town.EndAsync());
        Assert.Equal((int)ErrorCode.Unavailable, (await task.Finished.Soon()).Status.Code);
        Assert.Empty(town.Files);
    }

    [Fact]
    public async Task Without_C1_it_ends_all_the_same()
    {
        await using var c1 = await Emulator.StartAsync();
        var task = c1.Enqueue(Tasks.Sync());
        await using var town = TownProcess.Start(c1, "--pause=60000", "--shutdown-grace=0");
        await Wait.ForAsync(() => town.Log.Contains("task started", StringComparison.Ordinal));
        foreach (var method in new[] { "FinishTask", "Heartbeat", "GetTask" })
            c1.Add(new(method, FaultKind.Drop) { Times = 100 });
        town.Signal(RunningProgram.SigTerm);
        Assert.Equal(0, await town.EndAsync());
        Assert.Contains("the end of the task could not be reported", town.Log, StringComparison.Ordinal);
        Assert.Empty(town.Files);
    }

    [Fact]
    public async Task A_second_signal_ends_it_at_once()
    {
        await using var c1 = await Emulator.StartAsync();
        var task = c1.Enqueue(Tasks.Sync());
        await using var town = TownProcess.Start(c1, "--pause=60000", "--shutdown-grace=10m");
        await Wait.ForAsync(() => town.Log.Contains("task started", StringComparison.Ordinal));
        town.Signal(RunningProgram.SigTerm);
        await Wait.ForAsync(() => town.Log.Contains("stopping", StringComparison.Ordinal));
        town.Signal(RunningProgram.SigTerm);
        Assert.Equal(128 + RunningProgram.SigTerm, await town.EndAsync());
        Assert.False(task.Finished.IsCompleted);
    }
}
