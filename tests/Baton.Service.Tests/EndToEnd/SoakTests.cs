using System.Diagnostics;
using System.Globalization;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>A process that is left to itself for a while. <c>BATON_TEST_SOAK</c> sets for how many seconds.</summary>
[Collection(nameof(Alone))]
public sealed class SoakTests
{
    const int Tenths = 10;

    [Fact]
    public async Task A_process_stays_as_large_as_it_was()
    {
        var seconds = Setting.Of("BATON_TEST_SOAK", 1);
        var pause = TimeSpan.FromSeconds(Math.Min(3, seconds / (double)Tenths)); // in a long run enough to become idle
        await using var c1 = await Emulator.StartAsync(new() { NextPoll = TimeSpan.FromSeconds(1), TokenLifetime = TimeSpan.FromSeconds(60) });
        await using var town = TownProcess.Start(c1, "--provisioning");
        await c1.Hello.Soon();
        var samples = new List<(long Memory, int Files)>();
        var clock = Stopwatch.StartNew();
        var tasks = 0;
        for (var tenth = 0; tenth <= Tenths; tenth++)
        {
            do
            {
                foreach (var task in new[] { Tasks.Sync(), Tasks.Grant(), Tasks.Revoke() }.Select(c1.Enqueue).ToList())
                    Assert.NotNull((await task.Finished.Soon()).Success);
                tasks += 3;
                await Task.Delay(pause);
            }
            while (clock.Elapsed.TotalSeconds < seconds * (double)tenth / Tenths);
            Assert.Empty(town.Files);
            samples.Add((Resident(town), OpenFiles(town)));
            TestContext.Current.SendDiagnosticMessage("{0} kB, {1} open files, {2} tasks", samples[^1].Memory, samples[^1].Files, tasks);
        }
        var warm = samples[Tenths / 2];
        // A short run is still warming up.
        Assert.InRange(samples[^1].Memory, 0, warm.Memory + (seconds < 60 ? 50_000 : 3_000));
        Assert.InRange(samples[^1].Files, 0, warm.Files + 3);
        Assert.Empty(c1.Violations);
        town.Signal(RunningProgram.SigTerm);
        Assert.Equal(0, await town.EndAsync());
    }

    static long Resident(TownProcess town) => long.Parse(
        File.ReadLines($"/proc/{town.Id}/status").First(static l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    static int OpenFiles(TownProcess town) => Directory.GetFileSystemEntries($"/proc/{town.Id}/fd").Length;
}
