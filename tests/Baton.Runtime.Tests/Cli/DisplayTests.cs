using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Runtime.Tests.Cli;

public sealed partial class DisplayTests
{
    [Fact]
    public async Task Without_a_terminal_every_line_is_json_and_tells_what_was_synced()
    {
        using var lab = Company();
        Assert.Equal(0, await lab.RunAsync("--api-token=tok"));
        var lines = lab.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => JsonDocument.Parse(l).RootElement).ToList();
        var messages = lines.Select(static l => l.GetProperty("msg").GetString()).ToList();
        string[] expected =
        [
            "Syncing resource types...", "Syncing resources...", "Synced resource types", "Synced resources", "Synced entitlements", "Synced grants",
            "Sync complete.", "c1z: saved",
        ];
        Assert.Equal(expected, messages.Intersect(expected));
        var users = lines.Single(static l => Is(l, "Synced resources") && l.GetProperty("resource_type_id").GetString() == "user");
        Assert.Equal(2, users.GetProperty("count").GetInt64());
        var end = lines.Single(static l => Is(l, "Sync complete."));
        Assert.Equal((3, 2, 1, "full"), (
            end.GetProperty("resources").GetInt64(), end.GetProperty("entitlements").GetInt64(), end.GetProperty("grants").GetInt64(),
            end.GetProperty("sync_type").GetString()));
        Assert.Equal(27, end.GetProperty("sync_id").GetString()!.Length);
        Assert.Equal("cannot read \u001b[2J door 0", end.GetProperty("warnings")[0].GetString());
        Assert.Equal((30, 25), (end.GetProperty("warning_count").GetInt32(), end.GetProperty("warnings").GetArrayLength()));
        Assert.Equal(lab.PathOf("sync.c1z"), lines.Single(static l => Is(l, "c1z: saved")).GetProperty("output_path").GetString());
    }

    [Fact]
    public async Task Every_ten_seconds_a_line_tells_how_many_resources_have_answered()
    {
        var time = new FakeTime { Skips = false };
        var crew = new FakeSyncer(Groups.Definition)
        {
            Items = [.. Item.Numbered("g", 40)],
            PerResource =
            {
                ["member"] = (_, _, _) =>
                {
                    time.Advance(TimeSpan.FromSeconds(1));
                    return Task.FromResult(new Page<Grantee>([Grantee.User<Users>("ghost")]));
                },
            },
        };
        using var lab = new Lab { TimeProvider = time, Manifest = new LabManifest { Creating = _ => [new FakeSyncer(Users.Definition), crew] } };
        Assert.Equal(0, await lab.RunAsync("--api-token=tok"));
        var lines = lab.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(
            [(10, 40, 25), (20, 40, 50), (30, 40, 75), (40, 40, 100)],
            lines.Where(static l => Is(l, "Syncing grants") && l.GetProperty("resource_type_id").GetString() == "group").Select(static l => (
                l.GetProperty("synced").GetInt32(), l.GetProperty("total").GetInt32(), l.GetProperty("percent_complete").GetInt32())));
        // What the rows refer to in vain is one line, with all that is known about it.
        var violation = Assert.Single(lines, static l => Is(l, "ingest invariant violated"));
        Assert.Equal(("warn", "I9", "warn", 40, 25), (
            violation.GetProperty("level").GetString(), violation.GetProperty("invariant").GetString(), violation.GetProperty("severity").GetString(),
            violation.GetProperty("count").GetInt32(), violation.GetProperty("examples").GetArrayLength()));
    }

    [Fact]
    public async Task The_console_format_ends_with_a_summary()
    {
        using var lab = Company();
        Assert.Equal(0, await lab.RunAsync("--api-token=tok", "--log-format=console"));
        AssertSummary(lab, lab.Error);
        Assert.DoesNotContain('\u001b', lab.Error);
    }

    [Theory]
    [InlineData(null, "xterm", true)]
    [InlineData("", "xterm", true)]
    [InlineData("1", "xterm", false)]
    [InlineData(null, "dumb", false)]
    public async Task A_terminal_gets_a_summary_with_colours_when_it_may(string? noColor, string term, bool hasColor)
    {
        using var lab = Company(isTerminal: true).Set("NO_COLOR", noColor).Set("TERM", term);
        Assert.Equal(0, await lab.RunAsync("--api-token=tok"));
        AssertSummary(lab, Escapes().Replace(lab.Error, ""));
        Assert.Equal(hasColor, lab.Error.Contains("\u001b[1m", StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b[2J", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_is_shown_when_the_log_goes_to_a_file()
    {
        using var lab = Company();
        Assert.Equal(0, await lab.RunAsync("--api-token=tok", "--log-path=x.log"));
        AssertSummary(lab, lab.Error);
        Assert.Contains("\"msg\":\"Sync complete.\"", File.ReadAllText(lab.PathOf("x.log")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(20)]
    public async Task Live_lines_fit_and_are_gone_at_the_end(int columns)
    {
        var time = new FakeTime { Skips = false };
        using var lab = Company(isTerminal: true, time, columns, static (services, time) =>
        {
            time.Advance(TimeSpan.FromMilliseconds(100)); // draws a frame
            services.GetRequiredService<ISyncWarnings>().Add("above the live lines");
        });
        Assert.Equal(0, await lab.RunAsync("--api-token=tok"));
        var live = lab.Error.Split('\n').Where(static l => l.Contains("Checking the", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(live);
        Assert.All(live, l => Assert.InRange(Escapes().Replace(l, "").Length, 1, columns - 1));
        AssertSummary(lab, Screen(lab.Error), hasLog: true);
        Assert.DoesNotContain("Checking the", Screen(lab.Error), StringComparison.Ordinal);
        Assert.Contains("above the live lines", Screen(lab.Error), StringComparison.Ordinal);
    }

    static void AssertSummary(Lab lab, string text, bool hasLog = false)
    {
        var summary = text[text.IndexOf("Sync complete in ", StringComparison.Ordinal)..];
        var warnings = hasLog ? 31 : 30;
        Assert.Matches(
            $"""
            ^Sync complete in \d+\.\d s

              resource type   resources   entitlements   grants
              group                   1              2        1
              user                    2              0        0
              total                   3              2        1

            {warnings} warnings:
            (  - .*
            ){"{25}"}  … and {warnings - 25} more, which are in the log

            {Regex.Escape(lab.PathOf("sync.c1z"))} \(\d+(\.\d)? (bytes|KiB)\)
            $
            """, summary);
        Assert.Contains("  - cannot read \\x1b[2J door 0\n", summary, StringComparison.Ordinal);
    }

    /// <summary>What stays on the screen: "up N lines and clear" takes N lines away.</summary>
    static string Screen(string output)
    {
        var lines = new List<string>();
        foreach (var part in output.Split('\n'))
        {
            var match = UpAndClear().Match(part);
            if (match.Success)
                lines.RemoveRange(lines.Count - int.Parse(match.Groups[1].Value), int.Parse(match.Groups[1].Value));
            lines.Add(Escapes().Replace(match.Success ? part[match.Length..] : part, ""));
        }
        return string.Join('\n', lines);
    }

    static Lab Company(bool isTerminal = false, FakeTime? time = null, int columns = 80, Action<IServiceProvider, FakeTime>? more = null)
    {
        time ??= new FakeTime { Skips = false };
        return new Lab
        {
            TimeProvider = time,
            ErrorIsTerminal = isTerminal,
            OutputIsTerminal = isTerminal,
            TerminalSize = (columns, 24),
            Manifest = new LabManifest
            {
                Creating = OneShotTests.SmallCompanyManifest().Creating,
                Validating = (services, _) =>
                {
                    for (var i = 0; i < 30; i++)
                        services.GetRequiredService<ISyncWarnings>().Add($"cannot read \u001b[2J door {i}");
                    more?.Invoke(services, time);
                    return Task.CompletedTask;
                },
            },
        };
    }

    static bool Is(JsonElement line, string message) => line.GetProperty("msg").GetString() == message;

    [GeneratedRegex("\u001b\\[[0-9;]*[A-Za-z]|\r")]
    private static partial Regex Escapes();

    [GeneratedRegex("^\u001b\\[([0-9]+)A\r\u001b\\[J")]
    private static partial Regex UpAndClear();
}
