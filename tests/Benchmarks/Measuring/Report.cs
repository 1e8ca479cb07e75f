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

    /// <summary>How often each thing runs.</summary>
    public int Runs(ParseResult result) => result.GetValue(_runs);

    /// <param name="result">The options.</param>
    /// <param name="things">What runs; the last one is what the others are compared with.</param>
    public async Task PrintAsync(ParseResult result, params Func<Task<Measurement>>[] things)
    {
        var medians = await MediansAsync(result.GetValue(_runs), things);
        PrintHead();
        foreach (var median in medians)
            PrintRow(median);
        Store(result, medians);
    }

    /// <summary>Runs things in turns.</summary>
    /// <returns>The median of each, in relation to the last.</returns>
    public static async Task<IReadOnlyList<Measurement>> MediansAsync(int runs, params Func<Task<Measurement>>[] things)
    {
        var measured = things.Select(_ => new List<Measurement>()).ToArray();
        for (var run = 0; run < runs; run++)
        {
            for (var thing = 0; thing < things.Length; thing++)
                measured[thing].Add(await things[thing]());
        }
        var medians = measured.Select(Measurement.Median).ToArray();
        return [.. medians.Select(median => median with { CpuRatio = Math.Round(median.CpuSeconds / medians[^1].CpuSeconds, 4) })];
    }

    public static void PrintHead()
    {
        Console.WriteLine("| what | rows | wall s | CPU s | rows / CPU s | peak MB | file MB | allocated B / row | CPU ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
    }

    public static void PrintRow(Measurement m)
    {
        var cells = new[]
        {
            m.What, Number(m.Rows, "N0"), Number(m.WallSeconds, "N2"), Number(m.CpuSeconds, "N2"), Number(m.Rows == 0 ? 0 : m.RowsPerCpuSecond, "N0"),
            Number(m.PeakMegabytes, "N0"), Number(m.FileMegabytes, "N2"), Number(m.AllocatedPerRow ?? 0, "N0"), Number(m.CpuRatio, "N2"),
        };
        Console.WriteLine($"| {string.Join(" | ", cells)} |");
    }

    /// <summary>Writes the file that <c>--json</c> names.</summary>
    public void Store(ParseResult result, IReadOnlyList<Measurement> medians)
    {
        if (result.GetValue(_json) is { } file)
            File.WriteAllText(file, JsonSerializer.Serialize(medians, MeasurementJson.Default.IReadOnlyListMeasurement));
    }

    static string Number(double value, string format) => value == 0 ? "" : value.ToString(format, CultureInfo.InvariantCulture);
}
