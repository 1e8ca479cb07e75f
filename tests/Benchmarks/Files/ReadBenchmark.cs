using System.CommandLine;
using Baton.Benchmarks.Measuring;
using Baton.C1Z;

namespace Baton.Benchmarks.Files;

/// <summary>Reading every row of a file as messages.</summary>
static class ReadBenchmark
{
    const string ChildName = "read-file";

    public static Command Command()
    {
        var command = new Command("read", "Reads every row of a file back, beside unpacking it only");
        var file = new Argument<string>("file") { Description = "A c1z, for example one that sync --keep left" };
        command.Add(file);
        var report = new Report(command);
        command.SetAction((result, _) => report.PrintAsync(result, Things(result.GetRequiredValue(file))));
        return command;
    }

    public static Func<Task<Measurement>>[] Things(string file) =>
        [() => MeasureAsync("read", file, everything: true), () => MeasureAsync("unpack", file, everything: false)];

    public static Command ChildCommand()
    {
        var file = new Argument<string>("file");
        var everything = new Argument<bool>("everything");
        var command = new Command(ChildName) { file, everything };
        command.Hidden = true;
        command.SetAction((result, cancellationToken) => ReadAsync(result.GetRequiredValue(file), result.GetRequiredValue(everything), cancellationToken));
        return command;
    }

    static async Task<Measurement> MeasureAsync(string what, string file, bool everything)
    {
        var (wall, cpu, peak, _) = ChildProcess.Run(ChildProcess.Again(ChildName, file, everything ? "true" : "false"));
        return new(what, everything ? await Rows.CountAsync(file) : 0, wall, cpu, peak, new FileInfo(file).Length / 1e6);
    }

    static async Task ReadAsync(string file, bool everything, CancellationToken cancellationToken)
    {
        await using var reader = await C1ZReader.OpenAsync(file, cancellationToken: cancellationToken);
        if (!everything)
            return;
        var bytes = 0L;
        await foreach (var row in reader.ResourceTypesAsync(cancellationToken))
            bytes += row.Id.Length;
        await foreach (var row in reader.ResourcesAsync(cancellationToken: cancellationToken))
            bytes += row.Id.Resource.Length;
        await foreach (var row in reader.EntitlementsAsync(cancellationToken: cancellationToken))
            bytes += row.Id.Length;
        await foreach (var row in reader.GrantsAsync(cancellationToken: cancellationToken))
            bytes += row.Id.Length;
        Console.WriteLine(bytes);
    }
}
