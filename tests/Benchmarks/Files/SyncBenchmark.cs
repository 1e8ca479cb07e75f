using System.CommandLine;
using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Files;

/// <summary>A whole sync, from start to end of the process, beside the bare loop that writes the same rows.</summary>
static class SyncBenchmark
{
    public static Command Command()
    {
        var command = new Command("sync", "A sync of the synthetic data set, and the bare loop over the same rows");
        var data = new DataSet(command);
        var connector = new Connector(command);
        var report = new Report(command);
        var keep = new Option<string?>("--keep") { Description = "Keep the file" };
        command.Add(keep);
        command.SetAction(async (result, cancellationToken) =>
        {
            var folder = Directory.CreateTempSubdirectory("baton-benchmark-");
            try
            {
                var file = Path.Combine(folder.FullName, "sync.c1z");
                string[] sync = [.. connector.Program(result), "-f", file, "--log-level", "error", .. data.Arguments(result)];
                await report.PrintAsync(result, () => SyncAsync(sync, file), () => BareLoop.MeasureAsync(file));
                if (result.GetValue(keep) is { } target)
                    File.Copy(file, target, overwrite: true);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    static async Task<Measurement> SyncAsync(string[] command, string file)
    {
        File.Delete(file);
        var (wall, cpu, peak, _) = ChildProcess.Run(command);
        return new("sync", await Rows.CountAsync(file), wall, cpu, peak, new FileInfo(file).Length / 1e6);
    }
}
