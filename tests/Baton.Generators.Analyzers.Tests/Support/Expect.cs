using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>Assertions that show all of what they found.</summary>
static class Expect
{
    public static void None(IEnumerable<Diagnostic> diagnostics)
    {
        var found = diagnostics.Select(static diagnostic => diagnostic.ToString()).ToList();
        if (found.Count > 0)
            Assert.Fail(string.Join('\n', found));
    }

    public static void Compiles(Compilation compilation) => None(
        compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
}
