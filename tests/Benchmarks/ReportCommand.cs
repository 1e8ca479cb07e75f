using System.CommandLine;
using System.Globalization;
using Baton.Benchmarks.Files;
using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Service;

namespace Baton.Benchmarks;

/// <summary>The tables of docs/performance.md, all from one run.</summary>
static class ReportCommand
{
    static readonly string[] Sizes = ["small", "medium", "large"];

    public static Command Command()
    {
        var command = new Command("report", "Prints the tables of docs/performance.md: syncs of three sizes, the bare loop, reading, expansion, upload, start-up");
        var connector = new Connector(command);
        var report = new Report(command);
        var huge = new Option<bool>("--huge") { Description = "Also one sync of 5 million grants, which takes minutes" };
        command.Add(huge);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var scratch = new Scratch();
            var program = connector.Program(result);
            var all = new List<Measurement>();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} processor cores, medians of {report.Runs(result)}"));
            foreach (var expand in (bool[])[false, true])
            {
                Head(expand ? "Syncs with expansion, each before the bare loop over its rows" : "Syncs without expansion, each before the bare loop over its rows");
                foreach (var size in Sizes)
                    Add(all, await SyncAsync(size, expand, program, report.Runs(result), scratch));
            }
            if (result.GetValue(huge))
                Add(all, await Report.MediansAsync(1, () => SyncBenchmark.RunAsync("huge", program, DataSet.Arguments("huge", expand: true), scratch.File("huge.c1z"))));

            Head("The large file with expansion, read and uploaded; expansion alone");
            var file = scratch.File("large-True.c1z");
            Add(all, await Report.MediansAsync(report.Runs(result), ReadBenchmark.Things(file)));
            Add(all, await Report.MediansAsync(report.Runs(result), () => UploadBenchmark.MeasureAsync(file)));
            var (alone, whole) = await ExpandBenchmark.PrepareAsync(program, DataSet.Arguments("large", expand: true), scratch, cancellationToken);
            Add(all, await Report.MediansAsync(report.Runs(result), alone, whole));

            Head("Start-up");
            Add(all, await Report.MediansAsync(report.Runs(result), StartupBenchmark.Things(program, scratch)));
            report.Store(result, all);
        });
        return command;
    }

    static Task<IReadOnlyList<Measurement>> SyncAsync(string size, bool expand, string[] program, int runs, Scratch scratch)
    {
        var file = scratch.File($"{size}-{expand}.c1z");
        return Report.MediansAsync(
            runs, () => SyncBenchmark.RunAsync(size, program, DataSet.Arguments(size, expand), file), () => BareLoop.MeasureAsync(program, file));
    }

    static void Head(string title)
    {
        Console.WriteLine();
        Console.WriteLine($"### {title}");
        Console.WriteLine();
        Report.PrintHead();
    }

    static void Add(List<Measurement> all, IReadOnlyList<Measurement> medians)
    {
        foreach (var median in medians)
            Report.PrintRow(median);
        all.AddRange(medians);
    }
}
