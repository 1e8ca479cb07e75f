using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Benchmarks.Measuring;

/// <summary>One run.</summary>
/// <param name="What">What ran.</param>
/// <param name="Rows">How many rows it wrote or read.</param>
/// <param name="WallSeconds">Time that passed.</param>
/// <param name="CpuSeconds">CPU time, user and system.</param>
/// <param name="PeakMegabytes">Largest resident memory; zero when it means nothing.</param>
/// <param name="FileMegabytes">Size of the file; zero without one.</param>
sealed record Measurement(string What, long Rows, double WallSeconds, double CpuSeconds, double PeakMegabytes, double FileMegabytes)
{
    /// <summary>Managed bytes allocated for each row; null when nobody counted.</summary>
    public double? AllocatedPerRow { get; init; }

    /// <summary>Rows for each CPU second.</summary>
    public double RowsPerCpuSecond => Rows / Math.Max(CpuSeconds, 1e-9);

    /// <summary>CPU time in relation to that of the last thing in the table; see <see cref="Report"/>.</summary>
    public double CpuRatio { get; init; }

    /// <summary>The median of each number by itself.</summary>
    public static Measurement Median(IReadOnlyList<Measurement> runs)
    {
        return new(runs[0].What, runs[0].Rows, Of(r => r.WallSeconds), Of(r => r.CpuSeconds), Of(r => r.PeakMegabytes), Of(r => r.FileMegabytes))
        {
            AllocatedPerRow = runs[0].AllocatedPerRow is null ? null : Of(r => r.AllocatedPerRow!.Value),
        };

        double Of(Func<Measurement, double> number)
        {
            var sorted = runs.Select(number).Order().ToArray();
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <summary>Reads what a child process wrote with <see cref="Print"/>.</summary>
    public static Measurement Parse(string text) => JsonSerializer.Deserialize(text, MeasurementJson.Default.Measurement)!;

    /// <summary>Writes it for the process that started this one.</summary>
    public void Print() => Console.WriteLine(JsonSerializer.Serialize(this, MeasurementJson.Default.Measurement));
}

[JsonSerializable(typeof(Measurement))]
[JsonSerializable(typeof(IReadOnlyList<Measurement>))]
[JsonSourceGenerationOptions(WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
sealed partial class MeasurementJson : JsonSerializerContext;
