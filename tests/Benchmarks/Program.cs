using System.CommandLine;
using Baton.Benchmarks;
using Baton.Benchmarks.Files;
using Baton.Benchmarks.Generator;
using Baton.Benchmarks.Measuring;
using Baton.Benchmarks.Service;

var root = new RootCommand("Measures syncs, files and the generator. Times are CPU seconds of whole processes; medians of several runs, taken in turns.")
{
    SyncBenchmark.Command(),
    BareLoop.Command(),
    ReadBenchmark.Command(),
    ExpandBenchmark.Command(),
    UploadBenchmark.Command(),
    DecisionBenchmark.Command(),
    GeneratorBenchmark.Command(),
    StartupBenchmark.Command(),
    ReportCommand.Command(),
    ChildProcess.Command(),
    ReadBenchmark.ChildCommand(),
    ExpandBenchmark.ChildCommand(),
    UploadBenchmark.ChildCommand(),
};
return await root.Parse(args).InvokeAsync();
