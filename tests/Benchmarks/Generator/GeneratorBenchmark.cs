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
        Kind[] kinds =
        [
            new("floor: binding the edited type", "Type7.cs", Word, Word + " ", Bind),
            new("keystroke outside any connector", "Unrelated.cs", "a + b", "a + b + ", Generator(compilation)),
            new("keystroke in a method body of a resource type", "Type7.cs", "yield return", "_ = m; yield return", Generator(compilation)),
            new("keystroke inside a resource type", "Type7.cs", Word, Word + " ", Generator(compilation)),
            new("keystroke that declares something else", "Type7.cs", "bool Active", "bool Active, int Number", Generator(compilation)),
        ];
        var costs = InTurns(kinds, compilation, keystrokes);

        Print($"resource types: {types}; generated: {files.Length} files, {lines} lines, {bytes} bytes; per type {lines / types} lines, {bytes / types} bytes");
        Print($"first run in the process: {first:N0} ms; cold, median of 5: {cold:N0} ms");
        foreach (var (kind, cost) in kinds.Zip(costs))
            Print($"{kind.Name}, median: {cost}{(kind.Run == Bind ? "" : $", {Written(kind, compilation, tracking)} files written")}");
    }

    // One for each kind, as each editor has its own: it knows the version before.
    static Action<CSharpCompilation> Generator(CSharpCompilation compilation)
    {
        Measure(Driver(), compilation, out var driver);
        return next => driver.RunGenerators(next);
    }

    /// <summary>One kind of keystroke, and what is done after it.</summary>
    sealed record Kind(string Name, string File, string Old, string Edit, Action<CSharpCompilation> Run)
    {
        public CSharpCompilation Next(CSharpCompilation compilation, int number) => Edited(compilation, File, Old, Edit, number);
    }

    // What is tracked is paid for; an editor does not.
    static int Written(Kind kind, CSharpCompilation compilation, GeneratorDriver tracking)
    {
        Measure(tracking, kind.Next(compilation, 0), out var then);
        return then.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
    }

    // What no generator that looks at the edited type can do without: the compiler's work on its declaration.
    static void Bind(CSharpCompilation next)
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
    }

    static CSharpCompilation Edited(CSharpCompilation compilation, string file, string old, string edit, int number)
    {
        var tree = compilation.SyntaxTrees.First(candidate => candidate.FilePath == file);
        var text = tree.ToString().Replace(old, edit + number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, Project.Tree(text, file));
    }

    // All are warm before the first counts, and they take turns, so that what else the machine does is shared by all.
    static string[] InTurns(Kind[] kinds, CSharpCompilation compilation, int count)
    {
        // An editor's compiler is compiled code, and has seen keystrokes before.
        for (var i = 0; i < WarmUp; i++)
        {
            foreach (var kind in kinds)
                kind.Run(kind.Next(compilation, count + i));
        }
        var costs = kinds.Select(_ => (Work: new List<double>(), Times: new List<double>())).ToArray();
        for (var i = 0; i < count; i++)
        {
            foreach (var (kind, cost) in kinds.Zip(costs))
            {
                var next = kind.Next(compilation, i);
                var before = Environment.CpuUsage.TotalTime;
                var clock = Stopwatch.StartNew();
                kind.Run(next);
                cost.Times.Add(clock.Elapsed.TotalMilliseconds);
                cost.Work.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            }
        }
        // On a machine that does other work only the processor's time says something.
        return [.. costs.Select(cost => string.Create(CultureInfo.InvariantCulture, $"{Median(cost.Work):N2} ms of CPU, {Median(cost.Times):N2} ms on the clock"))];
    }

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

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
