using System.CommandLine;
using Baton.Benchmarks.Files;
using Baton.Benchmarks.Measuring;

namespace Baton.Benchmarks;

/// <summary>A command that measures something with the file of a sync of the data set, which it makes first.</summary>
static class FileCommand
{
    public static Command Create(string name, string description, Func<string[], string, Task<Measurement>> measure)
    {
        var command = new Command(name, description);
        var data = new DataSet(command);
        var connector = new Connector(command);
        var report = new Report(command);
        command.SetAction(async (result, _) =>
        {
            using var scratch = new Scratch();
            var file = scratch.File("sync.c1z");
            var program = connector.Program(result);
            await SyncBenchmark.RunAsync("sync", program, data.Arguments(result), file);
            await report.PrintAsync(result, () => measure(program, file));
        });
        return command;
    }
}
