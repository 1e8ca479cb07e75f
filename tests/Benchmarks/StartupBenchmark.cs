using System.CommandLine;
using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks;

/// <summary>What a user waits for when there is next to nothing to do.</summary>
static class StartupBenchmark
{
    public static Command Command()
    {
        var command = new Command("startup", "--version, --help, and a sync of one user, as a process");
        var connector = new Connector(command);
        var report = new Report(command);
        command.SetAction(async (result, _) =>
        {
            var program = connector.Program(result);
            var folder = Directory.CreateTempSubdirectory("baton-benchmark-");
            try
            {
                var file = Path.Combine(folder.FullName, "tiny.c1z");
                await report.PrintAsync(
                    result,
                    () => MeasureAsync("tiny sync", [.. program, "-f", file, "--log-level", "error", "--users=1", "--groups=0", "--roles=0"], file),
                    () => MeasureAsync("--help", [.. program, "--help"], null),
                    () => MeasureAsync("--version", [.. program, "--version"], null));
                Console.WriteLine();
                Console.WriteLine($"program: {new FileInfo(program[^1]).Length / 1e6:N1} MB");
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    static Task<Measurement> MeasureAsync(string what, string[] command, string? file)
    {
        if (file is not null)
            File.Delete(file);
        var (wall, cpu, peak, _) = ChildProcess.Run(command);
        return Task.FromResult(new Measurement(what, 0, wall, cpu, peak, file is null ? 0 : new FileInfo(file).Length / 1e6));
    }
}
