using Baton.Generators.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>
/// The mistakes C01 to C50 in other words than the rules were written for: constants and aliases, base classes, several parts and files, local functions, lambdas,
/// expressions, attributes, full names. Each gives its diagnostic at the smallest place, and what is generated beside it compiles.
/// </summary>
public sealed class PhrasingTests
{
    const string Folder = "Phrasings/";
    const string Correct = "none";

    static readonly IReadOnlyDictionary<string, string> All = Resource.Names(Folder)
        .SelectMany(static file => Resource.Text(file).Split("\n//// ").Skip(1))
        .Select(static text => text.Split('\n', 2)).ToDictionary(static parts => parts[0], static parts => parts[1]);

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_mistake_in_other_words(string name)
    {
        var id = name.Split(' ')[0];
        var files = All[name].Split("\n//-- ").Select(static (text, index) => ($"{index}.cs", Markup.Parse(index == 0 ? text : text.Split('\n', 2)[1]))).ToList();
        var output = Compile(name, files.Select(static file => (file.Item1, file.Item2.Text))).WithGeneratedCode();

        var broken = output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static found => found.Severity == DiagnosticSeverity.Error);
        Expect.None(broken.Where(found => id == Correct || found.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true));

        var expected = files.SelectMany(file => file.Item2.Spans.Select(span => (id, file.Item1, span)));
        var actual = (await Analysis.RunAsync(output)).Select(static found => (found.Id, found.Location.SourceTree!.FilePath, found.Location.SourceSpan));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Every_mistake_that_the_compiler_can_see_is_there()
    {
        // By construction, or said once for a whole project: see docs/diagnostics.
        int[] others = [7, 8, 13, 35, 36, 44];
        var tried = All.Keys.SelectMany(static name => name.Split(' ')).Where(static word => word.Length == 3 && word[0] == 'C').Select(static word => int.Parse(word.AsSpan(1)));
        Assert.Equal(Enumerable.Range(1, 50).Except(others), tried.Distinct().Order());
    }

    static CSharpCompilation Compile(string name, IEnumerable<(string Path, string Text)> files)
    {
        var words = name.Split(' ');
        var compilation = words.Contains("nousings")
            ? TestCompilation.Bare(files.Append(("Prelude.cs", "using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;\n" + TestCompilation.Prelude)))
            : TestCompilation.Create(files.Append(("Prelude.cs", TestCompilation.Prelude)));
        return words.Contains("program") ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)) : compilation;
    }
}
