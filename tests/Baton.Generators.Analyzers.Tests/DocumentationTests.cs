using Baton.Generators.Analyzers.Tests.Support;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>Every example on the pages of docs/diagnostics does what the page says.</summary>
public sealed class DocumentationTests
{
    // A project file, and a bug that nobody knows.
    static readonly string[] WithoutCode = ["BATON0001", "BATON0999"];

    public static TheoryData<string> Pages => [.. DocumentationPage.Ids.Except(WithoutCode)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_first_example_gives_exactly_the_diagnostic(string id)
    {
        var bad = Assert.Single(DocumentationPage.Read(id).Blocks("Example"));
        var diagnostics = await Analysis.RunAsync(Compile(bad).WithGeneratedCode());
        Assert.Equal([id], diagnostics.Select(static diagnostic => diagnostic.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_second_example_gives_none_and_compiles(string id)
    {
        var good = Assert.Single(DocumentationPage.Read(id).Blocks("Fix"));
        var compilation = Compile(good).WithGeneratedCode();
        Expect.Compiles(compilation);
        Expect.None(await Analysis.RunAsync(compilation));
    }

    [Fact]
    public void Every_page_has_the_same_sections()
    {
        foreach (var id in DocumentationPage.Ids)
        {
            var page = DocumentationPage.Read(id);
            Assert.Equal(["Cause", "Example", "Fix", "When to suppress"], page.Sections.Keys);
            Assert.All(page.Sections.Values, static section => Assert.NotEqual("", section.Trim()));
        }
    }

    static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(string example) =>
        TestCompilation.Create([("Prelude.cs", TestCompilation.Prelude), ("Example.cs", example)]);
}
