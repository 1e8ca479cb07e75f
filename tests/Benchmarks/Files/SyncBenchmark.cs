using System.CommandLine;
using System.Globalization;
using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Files;

/// <summary>A whole sync, from start to end of the process, beside the bare loop that writes the same rows.</summary>
static class SyncBenchmark
{
    // The connector writes there how much it allocated.
    const string AllocatedFile = "BATON_SYNTHETIC_ALLOCATED";

    public static Command Command()
    {
        var command = new Command("sync", "A sync of the synthetic data set, and the bare loop over the same rows");
        var data = new DataSet(command);
        var connector = new Connector(command);
        var report = new Report(command);
        var keep = new Option<string?>("--keep") { Description = "Keep the file" };
        command.Add(keep);
        command.SetAction(async (result, _) =>
        {
            using var scratch = new Scratch();
            var file = scratch.File("sync.c1z");
            var program = connector.Program(result);
            await report.PrintAsync(
                result,
                () => RunAsync("sync", program, data.Arguments(result), file),
                () => BareLoop.MeasureAsync(program, file));
            if (result.GetValue(keep) is { } target)
                File.Copy(file, target, overwrite: true);
        });
        return command;
    }

    /// <summary>Syncs into a new file.</summary>
    public static async Task<Measurement> RunAsync(string what, string[] program, string[] data, string file)
    {
        File.Delete(file);
        var counted = file + ".allocated";
        var (wall, cpu, peak, _) = ChildProcess.Run([.. program, "-f", file, "--log-level", "error", .. data], (AllocatedFile, counted));
        var rows = await Rows.CountAsync(file);
        return new(what, rows, wall, cpu, peak, new FileInfo(file).Length / 1e6)
        {
            AllocatedPerRow = long.Parse(await File.ReadAllTextAsync(counted), CultureInfo.InvariantCulture) / Math.Max(1.0, rows),
        };
    }
}
