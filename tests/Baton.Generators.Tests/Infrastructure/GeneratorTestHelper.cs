using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Tests.Infrastructure;

/// <summary>
/// All that holds for every generated file, in one call: the text equals the snapshot; it compiles without a warning under the strictest
/// settings, also in awkward namespaces; a second run after an unrelated edit is fully cached; the bytes follow the rules.
/// </summary>
static class GeneratorTestHelper
{
    public static GeneratorRun Verify(string source, [CallerMemberName] string snapshot = "") => Verify([source], snapshot);

    public static GeneratorRun Verify(string[] sources, [CallerMemberName] string snapshot = "")
    {
        var run = Check(GeneratorRun.Of(sources));
        foreach (var awkward in (string[])["System", "Baton.Global"])
            CheckCompiles(GeneratorRun.Of([.. sources.Select(source => InNamespace(source, awkward))]));
        Snapshots.Check(snapshot, run.Files);
        return run;
    }

    /// <summary>Everything but the snapshot.</summary>
    public static GeneratorRun Check(GeneratorRun run)
    {
        Assert.NotEmpty(run.Files);
        Assert.Empty(run.Result.Diagnostics);
        CheckCompiles(run);
        Caching.CheckAllCached(run.Then(run.Input.AddSyntaxTrees(Compilations.Tree("class UnrelatedToEverything;", "Unrelated.cs"))));
        foreach (var (hintName, text) in run.Files)
            ByteRules.Check(hintName, text);
        Assert.All(run.Result.GeneratedSources, static source => Assert.Equal("utf-8", source.SourceText.Encoding?.WebName));
        Assert.All(run.Result.GeneratedSources, static source => Assert.Empty(source.SourceText.Encoding!.GetPreamble()));
        return run;
    }

    /// <summary>No error anywhere, and in generated code not even a warning.</summary>
    public static void CheckCompiles(GeneratorRun run)
    {
        var bad = run.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed && (IsGenerated(d) || !d.IsWarningAsError));
        Assert.True(!bad.Any(), string.Join("\n", bad.Take(5).Select(d => $"{d}\n    {Line(d)}")));
    }

    static string InNamespace(string source, string name) => source
        .Replace("namespace Acme", "namespace " + name, StringComparison.Ordinal)
        .Replace("Acme.", $"global::{name}.", StringComparison.Ordinal);

    static bool IsGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    static string? Line(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
}
