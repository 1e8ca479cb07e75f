using System.Text.RegularExpressions;

namespace Baton.Docs.Tests;

/// <summary>The page about reliability speaks of tests that exist, and leaves no property out.</summary>
public sealed partial class ReliabilityTests
{
    const int Properties = 60;

    static readonly string Page = Path.Combine("docs", "reliability.md");

    static readonly Lazy<ILookup<string, string>> Tests = new(() => Directory
        .EnumerateFiles(Path.Combine(Documents.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
        .SelectMany(file => Method().Matches(File.ReadAllText(file))
            .Select(method => (Class: Path.GetFileNameWithoutExtension(file), Method: method.Groups["name"].Value)))
        .ToLookup(test => test.Class, test => test.Method));

    public static TheoryData<string> Rows => [.. Row().Matches(Documents.Read(Page)).Select(row => row.Value)];

    [Fact]
    public void EveryProperty_HasARow() => Assert.Equal(
        Enumerable.Range(1, Properties).Select(number => $"{number}"),
        Numbered().Matches(Documents.Read(Page)).Select(row => row.Groups["number"].Value));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_NamesTestsThatExist(string row)
    {
        var tests = Test().Matches(row);
        Assert.True(tests.Count > 0 || row.Contains("| reason: ", StringComparison.Ordinal), $"neither a test nor a reason: {row}");
        foreach (Match test in tests)
        {
            Assert.True(
                Exists(test.Groups["class"].Value, test.Groups["method"].Value, test.Groups["more"].Success),
                $"{Page} names {test.Value}, which does not exist");
        }
    }

    [Theory]
    [InlineData("KillTests", "Killed_at", true, true)]
    [InlineData("KillTests", "Killed_at", false, false)]
    [InlineData("KillTests", "Killed_never", true, false)]
    [InlineData("NoTests", "Killed_at", true, false)]
    public void Search_TellsWhatIsThere(string type, string method, bool isBeginning, bool isThere) => Assert.Equal(isThere, Exists(type, method, isBeginning));

    static bool Exists(string type, string method, bool isBeginning) => Tests.Value[type]
        .Any(name => isBeginning ? name.StartsWith(method, StringComparison.Ordinal) : name == method);

    [GeneratedRegex(@"public (?:static )?(?:async )?(?:Task|void) (?<name>\w+)\(")]
    private static partial Regex Method();

    // A row of a table, but neither its head nor the line below it.
    [GeneratedRegex(@"^\| (?!\| )[^-\n].*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| (?<number>\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex("`(?<class>[A-Z][A-Za-z0-9]*Tests)\\.(?<method>[A-Za-z0-9_]+)(?<more>…)?`")]
    private static partial Regex Test();
}
