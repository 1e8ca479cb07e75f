using System.CommandLine;
using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Service;

namespace Baton.Benchmarks;

/// <summary>What a user waits for when there is next to nothing to do, and what a program costs that does nothing.</summary>
static class StartupBenchmark
{
    public static Command Command()
    {
        var command = new Command("startup", "--version, --help, a sync of one user, a service without tasks; and the program's size");
        var connector = new Connector(command);
        var report = new Report(command);
        command.SetAction(async (result, _) =>
        {
            using var scratch = new Scratch();
            await report.PrintAsync(result, Things(connector.Program(result), scratch));
        });
        return command;
    }

    public static Func<Task<Measurement>>[] Things(string[] program, Scratch scratch)
    {
        var file = scratch.File("tiny.c1z");
        return
        [
            () => Task.FromResult(new Measurement("program", 0, 0, 0, 0, new FileInfo(program[^1]).Length / 1e6)),
            () => IdleService.MeasureAsync(program),
            () => MeasureAsync("tiny sync", [.. program, "-f", file, "--log-level", "error", "--users=1", "--groups=0", "--roles=0"], file),
            () => MeasureAsync("--help", [.. program, "--help"], null),
            () => MeasureAsync("--version", [.. program, "--version"], null),
        ];
    }

    static Task<Measurement> MeasureAsync(string what, string[] command, string? file)
    {
        if (file is not null)
            File.Delete(file);
        var (wall, cpu, peak, _) = ChildProcess.Run(command);
        return Task.FromResult(new Measurement(what, 0, wall, cpu, peak, file is null ? 0 : new FileInfo(file).Length / 1e6));
    }
}
