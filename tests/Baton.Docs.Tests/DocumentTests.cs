using System.Text.RegularExpressions;

namespace Baton.Docs.Tests;

/// <summary>What the documents show works.</summary>
public sealed partial class DocumentTests
{
    // Pages of diagnostics show mistakes on purpose; the tests of the analyzers compile those.
    public static TheoryData<string, int> Samples => new(Documents.All
        .Where(document => !document.StartsWith(Path.Combine("docs", "diagnostics"), StringComparison.Ordinal))
        .SelectMany(document => Documents.Blocks(document, "csharp").Select(block => (document, block.Line))));

    public static TheoryData<string> Pages => new(Documents.All);

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample_CompilesWithoutWarnings(string document, int line)
    {
        var sample = Documents.Blocks(document, "csharp").Single(block => block.Line == line).Text;
        var support = Path.Combine(
            Documents.Root, "tests", "Baton.Docs.Tests", "Support", Path.GetFileNameWithoutExtension(document) + ".cs");
        string[] sources = File.Exists(support) ? [sample, await File.ReadAllTextAsync(support, TestContext.Current.CancellationToken)] : [sample];

        var problems = await SampleCompiler.ProblemsAsync(sources, TestContext.Current.CancellationToken);
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public async Task BrokenSample_IsFound() =>
        Assert.NotEmpty(await SampleCompiler.ProblemsAsync(
            ["using Baton; [ResourceType(\"user\", Trait.User)] public sealed class Users;"], TestContext.Current.CancellationToken));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_LeadSomewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Documents.Root, document))!;
        var missing = Link().Matches(Documents.Read(document)).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#') && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(folder, target.Split('#')[0])));
        Assert.Empty(missing);
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
