using System.CommandLine;
using System.Diagnostics;
using Baton.Benchmarks.Measuring;
using Baton.C1Z;

namespace Baton.Benchmarks.Files;

/// <summary>Expansion alone, of a file whose grants still stand for the members of their principals.</summary>
static class ExpandBenchmark
{
    const string ChildName = "expand-file";

    public static Command Command()
    {
        var command = new Command("expand", "Expands a file whose grants were not; alone, and from file to file");
        var data = new DataSet(command);
        var connector = new Connector(command);
        var report = new Report(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var scratch = new Scratch();
            var (alone, whole) = await PrepareAsync(connector.Program(result), data.Arguments(result), scratch, cancellationToken);
            await report.PrintAsync(result, alone, whole);
        });
        return command;
    }

    /// <summary>Makes the file.</summary>
    /// <returns>What measures expansion alone, and then what measures the whole process of that run.</returns>
    public static async Task<(Func<Task<Measurement>> Alone, Func<Task<Measurement>> Whole)> PrepareAsync(
        string[] program, string[] data, Scratch scratch, CancellationToken cancellationToken)
    {
        var (source, target) = (scratch.File("unexpanded.c1z"), scratch.File("expanded.c1z"));
        await SyncBenchmark.RunAsync("sync", program, data, source);
        await RollBackAsync(source, cancellationToken);
        Measurement? whole = null;
        return (() =>
        {
            File.Copy(source, target, overwrite: true);
            var (wall, cpu, peak, output) = ChildProcess.Run(ChildProcess.Again(ChildName, target));
            var alone = Measurement.Parse(output);
            whole = alone with { What = "file to file", WallSeconds = wall, CpuSeconds = cpu, PeakMegabytes = peak };
            return Task.FromResult(alone with { PeakMegabytes = peak });
        }, () => Task.FromResult(whole!));
    }

    public static Command ChildCommand()
    {
        var file = new Argument<string>("file");
        var command = new Command(ChildName) { file };
        command.Hidden = true;
        command.SetAction((result, cancellationToken) => RunAsync(result.GetRequiredValue(file), cancellationToken));
        return command;
    }

    static async Task RunAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = await OpenAsync(path, cancellationToken);
        var (clock, before, allocated) = (Stopwatch.StartNew(), Usage.CpuSeconds(), GC.GetTotalAllocatedBytes());
        long rows;
        using (var expander = file.ExpandGrants(cancellationToken: cancellationToken))
        {
            while (expander.Next(cancellationToken))
            {
            }
            rows = expander.Added + expander.Changed;
        }
        var measured = new Measurement("expansion", rows, clock.Elapsed.TotalSeconds, Usage.CpuSeconds() - before, 0, 0)
        {
            AllocatedPerRow = (GC.GetTotalAllocatedBytes() - allocated) / Math.Max(1.0, rows),
        };
        file.EndSync();
        var saved = await file.SaveAsync(cancellationToken);
        (measured with { FileMegabytes = saved.FileBytes / 1e6 }).Print();
    }

    static async Task RollBackAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = await OpenAsync(path, cancellationToken);
        file.RollBackExpansion(cancellationToken);
        file.EndSync();
        await file.SaveAsync(cancellationToken);
    }

    static async Task<C1ZFile> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var file = await C1ZFile.OpenAsync(path, cancellationToken: cancellationToken);
        file.ReopenSync(file.FindFinished(SyncType.Full)!.Id);
        return file;
    }
}
