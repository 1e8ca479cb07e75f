using Baton.Generators.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>Correct connectors of varied shapes: no diagnostic, and the generated code compiles.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Names => [.. Connectors.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_correct_connector_gives_no_diagnostic_and_compiles(string name)
    {
        var compilation = TestCompilation.Create(Connectors.Files(name)).WithGeneratedCode();

        Expect.Compiles(compilation);
        Expect.None(await Analysis.RunAsync(compilation));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Generated_code_compiles_as_the_oldest_supported_language(string name) =>
        Expect.Compiles(TestCompilation.Create(Connectors.Files(name), LanguageVersion.CSharp12).WithGeneratedCode());

    [Fact]
    public void The_corpus_is_not_empty() => Assert.True(Connectors.Names.Count >= 30);
}
