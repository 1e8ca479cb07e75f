using System.CommandLine;
using Baton.Benchmarks;
using Baton.Benchmarks.Files;
using Baton.Benchmarks.Generator;
using Baton.Benchmarks.Measuring;

var root = new RootCommand("Measures syncs, files and the generator. Times are CPU seconds of whole processes; medians of several runs, taken in turns.")
{
    SyncBenchmark.Command(),
    ReadBenchmark.Command(),
    DecisionBenchmark.Command(),
    GeneratorBenchmark.Command(),
    StartupBenchmark.Command(),
    ChildProcess.Command(),
    BareLoop.Command(),
    ReadBenchmark.ChildCommand(),
};
return await root.Parse(args).InvokeAsync();
