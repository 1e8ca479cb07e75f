using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Baton.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Baton.Benchmarks.Generator;

/// <summary>The generator from cold, and after single keystrokes; and how much it writes.</summary>
static class GeneratorBenchmark
{
    public static Command Command()
    {
        var command = new Command("generator", "The generator over a project with many resource types: cold, and after one keystroke");
        var types = new Option<int>("--types") { Description = "Resource types", DefaultValueFactory = _ => 200 };
        var keystrokes = new Option<int>("--keystrokes") { Description = "Keystrokes of each kind", DefaultValueFactory = _ => 50 };
        command.Add(types);
        command.Add(keystrokes);
        command.SetAction(result => Run(result.GetValue(types), result.GetValue(keystrokes)));
        return command;
    }

    static void Run(int types, int keystrokes)
    {
        var compilation = Project.Of(types);
        // Binding is the compiler's work, which an editor does anyway; the very first run also compiles the generator itself.
        var first = Measure(Driver(), compilation, out _);
        var cold = Enumerable.Range(0, 5).Select(_ => Measure(Driver(), Project.Of(types), out var _)).Order().ElementAt(2);
        Measure(Driver(), compilation, out var driver);
        var files = driver.GetRunResult().Results.Single().GeneratedSources;
        var lines = files.Sum(file => file.SourceText.Lines.Count);
        var bytes = files.Sum(file => file.SourceText.ToString().Length);

        Measure(Driver(tracks: true), compilation, out var tracking);
        var (outside, outsideSteps) = Keystrokes(driver, tracking, compilation, "Unrelated.cs", "a + b", "a + b + ", keystrokes);
        var (inside, insideSteps) = Keystrokes(driver, tracking, compilation, "Type7.cs", "{resource} member", "{resource} member ", keystrokes);
        var (declared, declaredSteps) = Keystrokes(driver, tracking, compilation, "Type7.cs", "bool Active", "bool Active, int Number", keystrokes);

        Print($"resource types: {types}; generated: {files.Length} files, {lines} lines, {bytes} bytes; per type {lines / types} lines, {bytes / types} bytes");
        Print($"first run in the process: {first:N0} ms; cold, median of 5: {cold:N0} ms");
        Print($"keystroke outside any connector, median: {outside}, {outsideSteps} files written");
        Print($"keystroke inside a resource type, median: {inside}, {insideSteps} files written");
        Print($"keystroke that declares something else, median: {declared}, {declaredSteps} files written");
    }

    static (string Cost, int Written) Keystrokes(
        GeneratorDriver driver, GeneratorDriver tracking, CSharpCompilation compilation, string file, string old, string edit, int count)
    {
        var times = new List<double>();
        var work = new List<double>();
        var written = 0;
        for (var i = 0; i < count; i++)
        {
            var tree = compilation.SyntaxTrees.First(candidate => candidate.FilePath == file);
            var text = tree.ToString();
            var edited = text.Replace(old, edit + i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            var next = compilation.ReplaceSyntaxTree(tree, Project.Tree(edited, file));
            var before = Environment.CpuUsage.TotalTime;
            times.Add(Measure(driver, next, out _));
            work.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            if (i > 0)
                continue;
            // What is tracked is paid for; an editor does not.
            Measure(tracking, next, out var then);
            written = then.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
                .Count(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
        }
        times.Sort();
        work.Sort();
        // On a machine that does other work only the processor's time says something.
        return (string.Create(CultureInfo.InvariantCulture, $"{work[work.Count / 2]:N2} ms of CPU, {times[times.Count / 2]:N2} ms on the clock"), written);
    }

    static double Measure(GeneratorDriver driver, CSharpCompilation compilation, out GeneratorDriver then)
    {
        var clock = Stopwatch.StartNew();
        then = driver.RunGenerators(compilation);
        return clock.Elapsed.TotalMilliseconds;
    }

    static GeneratorDriver Driver(bool tracks = false) => CSharpGeneratorDriver.Create(
        [new ConnectorGenerator().AsSourceGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracks));

    static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
