using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Baton.Generators.Analyzers.Tests.Support;

/// <summary>A mistake, and the diagnostic that it gives.</summary>
/// <param name="Id">The only diagnostic that is expected.</param>
/// <param name="Name">What the mistake is.</param>
/// <param name="Source">The code, with the expected places marked.</param>
/// <param name="Arguments">The arguments of the message at each place, in order.</param>
sealed record RuleCase(string Id, string Name, string Source, params string[][] Arguments)
{
    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    /// <summary>Whether the project has tests.</summary>
    public bool IsTest { get; init; }

    /// <summary>The text of <c>connector.shape.json</c>, in which places can be marked too; null when there is none.</summary>
    public string? Shape { get; init; }

    public static TheoryData<string> NamesOf(IEnumerable<RuleCase> cases) => [.. cases.Select(static rule => $"{rule.Id} {rule.Name}")];

    public static Task VerifyAsync(IEnumerable<RuleCase> cases, string name) =>
        Assert.Single(cases, rule => $"{rule.Id} {rule.Name}" == name).VerifyAsync();

    async Task VerifyAsync()
    {
        var markup = Markup.Parse(Source.ReplaceLineEndings("\n"));
        var compilation = TestCompilation.Create([("Prelude.cs", TestCompilation.Prelude), ("Test.cs", markup.Text)], Language);
        if (IsTest)
            compilation = compilation.AddReferences(CSharpCompilation.Create("xunit.v3.core").ToMetadataReference());
        var shape = Markup.Parse(Shape ?? "");
        var diagnostics = await Analysis.RunAsync(
            compilation.WithGeneratedCode(), Shape is null ? null : new TextFile("/acme/connector.shape.json", shape.Text).With());

        var marked = shape.Spans.Count > 0 ? shape : markup;
        var found = diagnostics.Select(diagnostic => (diagnostic.Id, Marked(diagnostic, shape.Text), diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        var expected = marked.Spans.Select((span, index) => (Id, marked.Text.Substring(span.Start, span.Length), Message(Arguments[index])));
        Assert.Equal(expected, found);
        Assert.Equal(marked.Spans, diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan));
        Assert.Equal(marked.Spans.Count, Arguments.Length);
    }

    string Message(string[] arguments)
    {
        var descriptor = AllDescriptors.ById[Id];
        return string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), arguments);
    }

    static string Marked(Diagnostic diagnostic, string shape) => diagnostic.Location is { IsInSource: false } place
        ? shape.Substring(place.SourceSpan.Start, place.SourceSpan.Length)
        : diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(diagnostic.Location.SourceSpan);
}
