using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Baton.Generators.Tests.Infrastructure;

/// <summary>A run of the generator that can be continued with an edited compilation.</summary>
sealed class GeneratorRun
{
    readonly GeneratorDriver _driver;

    GeneratorRun(GeneratorDriver driver, CSharpCompilation input)
    {
        Input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        Output = (CSharpCompilation)output;
        Result = _driver.GetRunResult().Results.Single();
        Assert.True(Result.Exception is null, $"The generator threw {Result.Exception}");
    }

    public CSharpCompilation Input { get; }

    public CSharpCompilation Output { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>Generated text by hint name, in the order of the names.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        Result.GeneratedSources.OrderBy(s => s.HintName, StringComparer.Ordinal).ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    public string this[string hintName] => Files.TryGetValue(hintName, out var text)
        ? text
        : throw new KeyNotFoundException($"No generated file {hintName}; there are: {string.Join(", ", Files.Keys)}");

    public static GeneratorRun Of(params string[] sources) => Of(Compilations.Of(sources));

    public static GeneratorRun Of(CSharpCompilation compilation, params (string Name, string Value)[] options) =>
        new(Driver(options), compilation);

    /// <summary>Runs again after an edit, as an editor does.</summary>
    public GeneratorRun Then(CSharpCompilation edited) => new(_driver, edited);

    /// <summary>Runs again after the text of one file changed.</summary>
    public GeneratorRun Then(int source, Func<string, string> edit)
    {
        var old = Input.SyntaxTrees[source];
        var before = old.ToString();
        var after = edit(before);
        Assert.NotEqual(before, after);
        return Then(Input.ReplaceSyntaxTree(old, Compilations.Tree(after, old.FilePath)));
    }

    static CSharpGeneratorDriver Driver((string Name, string Value)[] options) => CSharpGeneratorDriver.Create(
        [new ConnectorGenerator().AsSourceGenerator()],
        parseOptions: Compilations.ParseOptions,
        optionsProvider: new FixedOptions(options.ToDictionary(o => o.Name, o => o.Value)),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
