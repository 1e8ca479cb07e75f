using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Baton.Benchmarks.Measuring;

/// <summary>
/// Runs a program under a process of its own, which the system's counters of "all children" then describe alone: so start-up and
/// end of the program are counted too.
/// </summary>
static class ChildProcess
{
    const string Name = "run-child";

    /// <summary>Runs a command and measures it.</summary>
    /// <returns>Time, CPU time, peak memory, and what the command wrote to standard output.</returns>
    public static (double Wall, double Cpu, double Peak, string Output) Run(IEnumerable<string> command, params (string Name, string Value)[] environment)
    {
        var result = Path.GetTempFileName();
        try
        {
            var output = Start([Environment.ProcessPath!, .. Host(), Name, result, "--", .. command], null, environment);
            var numbers = File.ReadAllText(result).Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            return (numbers[0], numbers[1], numbers[2], output);
        }
        finally
        {
            File.Delete(result);
        }
    }

    /// <summary>The hidden command that runs the program.</summary>
    public static Command Command()
    {
        var file = new Argument<string>("file");
        var program = new Argument<string[]>("program");
        var command = new Command(Name) { file, program };
        command.Hidden = true;
        command.SetAction(result =>
        {
            var clock = Stopwatch.StartNew();
            PeakMemory? memory = null;
            Console.Out.Write(Start(result.GetRequiredValue(program), process => memory = new(process)));
            var wall = clock.Elapsed.TotalSeconds;
            memory!.Dispose();
            File.WriteAllText(result.GetRequiredValue(file), string.Create(CultureInfo.InvariantCulture, $"{wall} {Usage.CpuSecondsOfChildren()} {memory.Megabytes}"));
        });
        return command;
    }

    /// <summary>This program again, with other arguments.</summary>
    public static string[] Again(params string[] arguments) => [Environment.ProcessPath!, .. Host(), .. arguments];

    // Under "dotnet exec" the process is not the program.
    static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

    static string Start(IReadOnlyList<string> command, Action<Process>? started, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        started?.Invoke(process);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with exit code {process.ExitCode}: {errors.Result}");
    }
}
