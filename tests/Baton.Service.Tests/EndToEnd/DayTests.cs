using Baton.Testing;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>A day in the life of a service, on a clock that is moved.</summary>
[Collection(nameof(Alone))]
public sealed class DayTests
{
    const int Hours = 24;
    const int WarmHours = 6;
    const long SomeBytes = 1 << 20;

    static readonly TimeSpan Poll = TimeSpan.FromMinutes(5);

    readonly FakeTime _time = new() { Skips = false };

    [Fact]
    public async Task A_day_leaves_nothing_behind()
    {
        await using var c1 = await Emulator.StartAsync(new() { TimeProvider = _time, NextPoll = Poll, TokenLifetime = TimeSpan.FromMinutes(50) });
        await using var service = RunningService.Start(c1, _time, "--provisioning");
        await c1.Hello.Soon();
        var (memory, files) = (0L, 0);
        for (var hour = 1; hour <= Hours; hour++)
        {
            await HourAsync(c1);
            Assert.Empty(service.Files);
            if (hour == WarmHours)
                (memory, files) = (MemoryWithout(service), OpenFiles());
        }
        Assert.InRange(c1.Calls("GetTask"), Hours * 11, Hours * 25);
        Assert.InRange(c1.TokensGiven, Hours, Hours * 2);
        Assert.InRange(MemoryWithout(service), 0, memory + SomeBytes);
        Assert.InRange(OpenFiles(), 0, files + 4);
        Assert.Empty(c1.Violations);
        Assert.Equal(0, await service.StopAsync().Soon());
    }

    /// <summary>One sync, two changes and one failure.</summary>
    async Task HourAsync(C1Emulator c1)
    {
        var end = _time.GetUtcNow() + TimeSpan.FromHours(1);
        EmulatedTask[] tasks = [c1.Enqueue(Tasks.Sync()), c1.Enqueue(Tasks.Grant()), c1.Enqueue(Tasks.Revoke()), c1.Enqueue(new() { CompactSyncs = new() })];
        while (_time.GetUtcNow() < end)
        {
            await Wait.ForAsync(IsIdle);
            _time.AdvanceToNext();
        }
        await Wait.ForAsync(IsIdle);
        Assert.All(tasks, static t => Assert.True(t.Finished.IsCompletedSuccessfully));
    }

    /// <summary>The only thing that it waits for is the time of the next poll: calls have shorter limits.</summary>
    bool IsIdle() => _time.Waiting == 1 && _time.Next > Poll * 0.8;

    static long MemoryWithout(RunningService service) => GC.GetTotalMemory(forceFullCollection: true) - (2L * service.Log.Length);

    static int OpenFiles() => Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;
}
