using Baton.Generators.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Diagnostics;

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
        var page = DocumentationPage.Read(id);
        var bad = Assert.Single(page.Blocks("Example"));
        var diagnostics = await Analysis.RunAsync(Compile(bad).WithGeneratedCode(), Options(page.Shape("Example")));
        Assert.Equal([id], diagnostics.Select(static diagnostic => diagnostic.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_second_example_gives_none_and_compiles(string id)
    {
        var page = DocumentationPage.Read(id);
        var good = Assert.Single(page.Blocks("Fix"));
        var compilation = Compile(good).WithGeneratedCode();
        Expect.Compiles(compilation);
        Expect.None(await Analysis.RunAsync(compilation, Options(page.Shape("Fix") ?? page.Shape("Example"))));
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

    static AnalyzerOptions? Options(string? shape) => shape is null ? null : new TextFile("/acme/connector.shape.json", shape).With();

    static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(string example) =>
        TestCompilation.Create([("Prelude.cs", TestCompilation.Prelude), ("Example.cs", example)]);
}
