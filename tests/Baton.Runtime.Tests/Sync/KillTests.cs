using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Baton.Runtime.Tests.Sync;

/// <summary>
/// Processes that are killed while they sync, at random instants; the next ones go on, until one ends. <c>BATON_TEST_KILLS</c> sets how often,
/// and <c>BATON_TEST_KILL_SIZE</c> the size of the source.
/// </summary>
public sealed class KillTests : SyncTest
{
    const int SigTerm = 15;

    static readonly string Victim = typeof(KillTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Victim").Value!;

    static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    static int Size => Setting("BATON_TEST_KILL_SIZE", 40);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Killed_at_random_instants_the_rows_are_those_of_an_undisturbed_run(int workers)
    {
        var (expected, duration) = await UndisturbedAsync(workers);
        var random = new Random(workers);
        var kills = Setting("BATON_TEST_KILLS", 20) / 2;
        var finished = 0;
        for (var killed = 0; killed < kills;)
        {
            using var process = await StartAsync(workers);
            await Task.WhenAny(process.WaitForExitAsync(Stop), Task.Delay(duration * random.NextDouble(), Stop));
            var ended = process.HasExited;
            process.Kill();
            await process.WaitForExitAsync(Stop);
            killed++;
            if (!ended)
                continue;
            // It was faster: that is a whole sync, of several runs.
            Assert.Equal(0, process.ExitCode);
            await CheckAsync(expected);
            finished++;
        }
        using (var last = await StartAsync(workers))
        {
            await last.WaitForExitAsync(Stop);
            Assert.Equal(0, last.ExitCode);
        }
        await CheckAsync(expected);
        TestContext.Current.SendDiagnosticMessage("{0} kills, {1} syncs finished", kills, finished + 1);
    }

    [Fact]
    public async Task A_killed_run_is_gone_on_with_and_not_begun_anew()
    {
        var (expected, _) = await UndisturbedAsync(workers: 1);
        var all = 0;
        await SyncAsync(new Acme(Size, (_, _) =>
        {
            all++;
            return ValueTask.CompletedTask;
        }).Syncers());
        System.IO.File.Delete(File);
        int pages;
        for (var wait = 100; ; wait += 100)
        {
            using var process = await StartAsync(workers: 1, checkpointEvery: 1);
            await Task.WhenAny(process.WaitForExitAsync(Stop), Task.Delay(wait, Stop));
            var ended = process.HasExited;
            process.Kill();
            await process.WaitForExitAsync(Stop);
            if (!ended)
                continue;
            var output = await process.StandardOutput.ReadToEndAsync(Stop);
            pages = int.Parse(output.Trim().Split(' ')[^1], CultureInfo.InvariantCulture);
            break;
        }
        await CheckAsync(expected);
        Assert.InRange(pages, 0, all - 1);
    }

    [Fact]
    public async Task SIGTERM_at_any_instant_leaves_a_file_and_no_temporary_one()
    {
        if (OperatingSystem.IsWindows())
            return; // no such signal there
        var (expected, duration) = await UndisturbedAsync(workers: 2);
        var kept = 0;
        for (var i = 0; i < 8; i++)
        {
            using var process = await StartAsync(workers: 2);
            await Task.WhenAny(process.WaitForExitAsync(Stop), Task.Delay(duration * i / 8, Stop));
            if (!process.HasExited)
                Assert.Equal(0, Kill(process.Id, SigTerm));
            var signalled = Stopwatch.GetTimestamp();
            await process.WaitForExitAsync(Stop);
            Assert.InRange(Stopwatch.GetElapsedTime(signalled), TimeSpan.Zero, TimeSpan.FromSeconds(10));
            Assert.Contains(process.ExitCode, new[] { 0, 143 });
            Assert.Empty(Directory.GetFileSystemEntries(Temp));
            // Before it opened the file there was nothing to save.
            kept += System.IO.File.Exists(File) ? 1 : 0;
        }
        Assert.InRange(kept, 4, 8);
        using (var last = await StartAsync(workers: 2))
            await last.WaitForExitAsync(Stop);
        await CheckAsync(expected);
    }

    async Task<(IReadOnlyList<string> Rows, TimeSpan Duration)> UndisturbedAsync(int workers)
    {
        var duration = TimeSpan.Zero;
        using (var process = await StartAsync(workers))
        {
            var began = Stopwatch.GetTimestamp();
            await process.WaitForExitAsync(Stop);
            Assert.Equal(0, process.ExitCode);
            duration = Stopwatch.GetElapsedTime(began);
        }
        var rows = (await ReadAsync()).Rows;
        System.IO.File.Delete(File);
        return (rows, duration);
    }

    async Task CheckAsync(IReadOnlyList<string> expected)
    {
        Assert.Empty(Directory.GetFileSystemEntries(Temp));
        var content = await ReadAsync();
        Assert.NotNull(content.Sync.EndedAt);
        Assert.Equal(expected, content.Rows);
    }

    /// <summary>Starts a sync; returns when the engine begins.</summary>
    async Task<Process> StartAsync(int workers, int checkpointEvery = 20)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Victim, File, Temp, $"{Size}", $"{workers}", $"{checkpointEvery}", "5" },
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        Assert.Equal("begins", await process.StandardOutput.ReadLineAsync(Stop));
        return process;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    static extern int Kill(int process, int signal);
}
