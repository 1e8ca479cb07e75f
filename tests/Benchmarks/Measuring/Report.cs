using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Baton.Benchmarks.Measuring;

/// <summary>Runs things in turns, prints the medians as a table, and stores them as JSON.</summary>
sealed class Report
{
    readonly Option<int> _runs = new("--runs") { Description = "How often each thing runs", DefaultValueFactory = _ => 5 };
    readonly Option<string?> _json = new("--json") { Description = "Also write the medians to this file" };

    public Report(Command command)
    {
        command.Add(_runs);
        command.Add(_json);
    }

    /// <param name="things">What runs; the last one is what the others are compared with.</param>
    public async Task PrintAsync(ParseResult result, params Func<Task<Measurement>>[] things)
    {
        var runs = things.Select(_ => new List<Measurement>()).ToArray();
        for (var run = 0; run < result.GetValue(_runs); run++)
        {
            for (var thing = 0; thing < things.Length; thing++)
                runs[thing].Add(await things[thing]());
        }
        Print(result, [.. runs.Select(Measurement.Median)]);
    }

    void Print(ParseResult result, IReadOnlyList<Measurement> medians)
    {
        var against = medians[^1];
        Console.WriteLine("| what | rows | wall s | CPU s | rows / CPU s | peak MB | file MB | CPU ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var m in medians)
        {
            var cells = new[]
            {
                m.What, Number(m.Rows, "N0"), Number(m.WallSeconds, "N2"), Number(m.CpuSeconds, "N2"), Number(m.RowsPerCpuSecond, "N0"),
                m.PeakMegabytes > 0 ? Number(m.PeakMegabytes, "N0") : "", m.FileMegabytes > 0 ? Number(m.FileMegabytes, "N2") : "",
                Number(m.CpuSeconds / against.CpuSeconds, "N2"),
            };
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }
        if (result.GetValue(_json) is { } file)
            File.WriteAllText(file, JsonSerializer.Serialize(medians, MeasurementJson.Default.IReadOnlyListMeasurement));
    }

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
