using System.CommandLine;
using System.Globalization;
using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks.Files;

/// <summary>The program of tests/BareLoop: the rows of a sync, encoded already, into the same tables and indices, and compressed.</summary>
static class BareLoop
{
    public static Command Command() => FileCommand.Create(
        "bare", "The bare loop alone: the rows of a sync, encoded already, into the same tables, and compressed", MeasureAsync);

    /// <summary>Runs the loop over a file's rows. Only the loop is measured: not reading the rows, not start-up.</summary>
    /// <param name="program">The program that made the file: the loop is native when that is.</param>
    /// <param name="file">The file.</param>
    public static Task<Measurement> MeasureAsync(string[] program, string file)
    {
        var output = ChildProcess.Run([.. Connector.BareLoop(program), file]).Output.Split(' ');
        return Task.FromResult(new Measurement("bare loop", long.Parse(output[0], CultureInfo.InvariantCulture), Number(1), Number(2), 0, Number(3)));

        double Number(int index) => double.Parse(output[index], CultureInfo.InvariantCulture);
    }
}
