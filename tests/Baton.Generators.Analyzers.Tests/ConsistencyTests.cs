using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Baton.Generators.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers.Tests;

/// <summary>Descriptors, release notes, documentation and tests speak of the same diagnostics.</summary>
public sealed partial class ConsistencyTests
{
    /// <summary>The generator's own; it has a page, but no analyzer and no mistake that gives it.</summary>
    const string InternalError = "BATON0999";

    static IEnumerable<DiagnosticDescriptor> All => AllDescriptors.ById.Values.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal);

    [Fact]
    public void Every_descriptor_has_a_row_in_the_release_notes()
    {
        var rows = Resource.Names("releases/").SelectMany(static name => Row().Matches(Resource.Text(name)))
            .Select(static row => (row.Groups["id"].Value, row.Groups["category"].Value, row.Groups["severity"].Value, row.Groups["title"].Value));
        Assert.Equal(All.Select(static rule => (rule.Id, rule.Category, rule.DefaultSeverity.ToString(), Text(rule.Title))), rows.Order());
    }

    [Fact]
    public void Every_descriptor_has_a_page_with_its_title()
    {
        Assert.Equal(All.Select(static rule => rule.Id), DocumentationPage.Ids);
        foreach (var rule in All)
        {
            Assert.Equal($"# {rule.Id}: {Text(rule.Title)}", DocumentationPage.Read(rule.Id).Title);
            Assert.Equal($"docs/diagnostics/{rule.Id}.md", rule.HelpLinkUri);
        }
    }

    [Fact]
    public void The_index_lists_every_page() => Assert.Equal(
        All.Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity.ToString().ToLowerInvariant()} | {Text(rule.Title)} |"),
        DocumentationPage.Index.Split('\n').Where(static line => line.StartsWith("| [", StringComparison.Ordinal)));

    [Fact]
    public void Every_descriptor_is_tested()
    {
        var tested = typeof(ConsistencyTests).Assembly.GetTypes()
            .Select(static type => type.GetField("Cases", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)?.GetValue(null))
            .OfType<RuleCase[]>().SelectMany(static cases => cases)
            .Select(static rule => rule.Id).Distinct();
        Assert.Equal(All.Select(static rule => rule.Id).Where(static id => id != InternalError), tested.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_descriptor_is_supported_by_an_analyzer() => Assert.Equal(
        All.Select(static rule => rule.Id).Where(static id => id != InternalError),
        Analysis.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Ids_lie_in_the_range_of_their_area()
    {
        foreach (var rule in All)
        {
            Assert.Matches("^BATON[0-9]{4}$", rule.Id);
            Assert.True(Enum.TryParse<Diagnostics.Area>(rule.Category["Baton.".Length..], out var area), rule.Category);
            Assert.Equal((int)area, rule.Id[5] - '0');
        }
    }

    static string Text(LocalizableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<id>BATON\d{4}) \| (?<category>\S+) \| (?<severity>\S+) \| (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
