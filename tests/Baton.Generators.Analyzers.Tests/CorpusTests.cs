using Baton.Generators.Analyzers.Tests.Support;

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

    [Fact]
    public void The_corpus_is_not_empty() => Assert.True(Connectors.Names.Count >= 10);
}
