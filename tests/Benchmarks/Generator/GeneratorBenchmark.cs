using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Baton.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Benchmarks.Generator;

/// <summary>The generator from cold, and after single keystrokes; and how much it writes.</summary>
static class GeneratorBenchmark
{
    const string Word = "{resource} member";
    const int WarmUp = 400;

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
        var (inside, insideSteps) = Keystrokes(driver, tracking, compilation, "Type7.cs", Word, Word + " ", keystrokes);
        var (body, bodySteps) = Keystrokes(driver, tracking, compilation, "Type7.cs", "yield return", "_ = m; yield return", keystrokes);
        var (declared, declaredSteps) = Keystrokes(driver, tracking, compilation, "Type7.cs", "bool Active", "bool Active, int Number", keystrokes);

        Print($"resource types: {types}; generated: {files.Length} files, {lines} lines, {bytes} bytes; per type {lines / types} lines, {bytes / types} bytes");
        Print($"first run in the process: {first:N0} ms; cold, median of 5: {cold:N0} ms");
        Print($"floor: binding the edited type, median: {Floor(compilation, keystrokes)}");
        Print($"keystroke outside any connector, median: {outside}, {outsideSteps} files written");
        Print($"keystroke in a method body of a resource type, median: {body}, {bodySteps} files written");
        Print($"keystroke inside a resource type, median: {inside}, {insideSteps} files written");
        Print($"keystroke that declares something else, median: {declared}, {declaredSteps} files written");
    }

    static (string Cost, int Written) Keystrokes(
        GeneratorDriver driver, GeneratorDriver tracking, CSharpCompilation compilation, string file, string old, string edit, int count)
    {
        var cost = Median(count, i => Edited(compilation, file, old, edit, i), next => driver.RunGenerators(next));
        // What is tracked is paid for; an editor does not.
        Measure(tracking, Edited(compilation, file, old, edit, 0), out var then);
        return (cost, then.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));
    }

    // What no generator that looks at the edited type can do without: the compiler's work on its declaration.
    static string Floor(CSharpCompilation compilation, int count) => Median(count, i => Edited(compilation, "Type7.cs", Word, Word + " ", i), next =>
    {
        var tree = next.SyntaxTrees.First(candidate => candidate.FilePath == "Type7.cs");
        var declaration = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single();
        var type = next.GetSemanticModel(tree).GetDeclaredSymbol(declaration)!;
        type.GetAttributes();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            method.GetAttributes();
            foreach (var parameter in method.Parameters)
                _ = parameter.Type.TypeKind;
        }
    });

    static CSharpCompilation Edited(CSharpCompilation compilation, string file, string old, string edit, int number)
    {
        var tree = compilation.SyntaxTrees.First(candidate => candidate.FilePath == file);
        var text = tree.ToString().Replace(old, edit + number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, Project.Tree(text, file));
    }

    static string Median(int count, Func<int, CSharpCompilation> edit, Action<CSharpCompilation> run)
    {
        // An editor's compiler is compiled code, and has seen keystrokes before.
        for (var i = 0; i < WarmUp; i++)
            run(edit(count + i));
        var times = new List<double>();
        var work = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var next = edit(i);
            var before = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            run(next);
            times.Add(clock.Elapsed.TotalMilliseconds);
            work.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }
        times.Sort();
        work.Sort();
        // On a machine that does other work only the processor's time says something.
        return string.Create(CultureInfo.InvariantCulture, $"{work[work.Count / 2]:N2} ms of CPU, {times[times.Count / 2]:N2} ms on the clock");
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
