using Baton.Generators.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>What hides or changes a diagnostic of the compiler does the same to ours.</summary>
public sealed class SuppressionTests
{
    const string Mistake = """
        [ConnectorConfig]
        public sealed partial record Settings
        {
            [Field]
            public string? ApiToken { get; init; }
        }
        """;

    [Fact]
    public async Task Without_anything_it_is_a_warning()
    {
        var found = Assert.Single(await Analysis.RunAsync(Compile(Mistake)));
        Assert.Equal(("BATON4002", DiagnosticSeverity.Warning), (found.Id, found.Severity));
    }

    [Fact]
    public async Task A_pragma_hides_it() =>
        Expect.None(await Analysis.RunAsync(Compile($"#pragma warning disable BATON4002 // not a token\n{Mistake}\n#pragma warning restore BATON4002")));

    [Fact]
    public async Task An_attribute_hides_it() => Expect.None(await Analysis.RunAsync(Compile(
        Mistake.Replace("[Field]", "[Field, System.Diagnostics.CodeAnalysis.SuppressMessage(\"Baton.Configuration\", \"BATON4002\")]"))));

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public async Task An_editorconfig_sets_its_severity(string configured, DiagnosticSeverity expected) =>
        Assert.Equal(expected, Assert.Single(await Analysis.RunAsync(Configure(Compile(Mistake), configured))).Severity);

    [Fact]
    public async Task An_editorconfig_hides_it() => Expect.None(await Analysis.RunAsync(Configure(Compile(Mistake), "none")));

    [Fact]
    public async Task The_project_can_turn_warnings_into_errors()
    {
        var compilation = Compile(Mistake);
        var strict = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error));
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await Analysis.RunAsync(strict)).Severity);
    }

    static CSharpCompilation Compile(string source) => TestCompilation.Create([("/src/Test.cs", source)]);

    static CSharpCompilation Configure(CSharpCompilation compilation, string severity)
    {
        var config = AnalyzerConfig.Parse($"root = true\n[*.cs]\ndotnet_diagnostic.BATON4002.severity = {severity}\n", "/src/.editorconfig");
        var severities = new Severities(AnalyzerConfigSet.Create(new[] { config }));
        return compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(severities));
    }

    /// <summary>What the compiler does with .editorconfig files.</summary>
    sealed class Severities(AnalyzerConfigSet configs) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.NotGenerated;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            configs.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }
    }
}
