using System.Text.RegularExpressions;

namespace Baton.Runtime.Tests.Cli;

public sealed class DefaultFlagTests
{
    /// <summary>Flags that must be given together with others.</summary>
    static readonly Dictionary<string, string[]> Companions = new()
    {
        ["client-id"] = ["--client-secret=s3cr3t"],
        ["client-secret"] = ["--client-id=i"],
        ["bulk-create-ticket"] = ["--bulk-ticket-template-path=p"],
        ["bulk-ticket-template-path"] = ["--bulk-create-ticket"],
        ["create-ticket"] = ["--ticket-template-path=p"],
        ["ticket-template-path"] = ["--create-ticket"],
        ["get-ticket"] = ["--ticket-id=p"],
        ["ticket-id"] = ["--get-ticket"],
        ["diff-syncs"] = ["--base-sync-id=a", "--applied-sync-id=b"],
        ["base-sync-id"] = ["--diff-syncs", "--applied-sync-id=b"],
        ["applied-sync-id"] = ["--base-sync-id=a", "--diff-syncs"],
        ["compact-syncs"] = ["--compact-sync-ids=a", "--compact-file-paths=b", "--compact-output-path=c"],
        ["compact-sync-ids"] = ["--compact-syncs", "--compact-file-paths=b", "--compact-output-path=c"],
        ["compact-file-paths"] = ["--compact-sync-ids=a", "--compact-syncs", "--compact-output-path=c"],
        ["compact-output-path"] = ["--compact-sync-ids=a", "--compact-file-paths=b", "--compact-syncs"],
    };

    public static TheoryData<string> Unsupported => [.. DefaultFlag.All.Where(static f => !f.IsSupported).Select(static f => f.Name)];

    public static TheoryData<string> WithDefault => [.. DefaultFlag.All.Select(static f => f.Name)];

    [Fact]
    public void There_are_75() => Assert.Equal(75, DefaultFlag.All.Count);

    [Theory, MemberData(nameof(Unsupported))]
    public async Task A_flag_that_this_version_cannot_do_ends_with_12(string name)
    {
        using var lab = new Lab().Set("BATON_API_TOKEN", "tok_1");
        var flag = DefaultFlag.All.Single(f => f.Name == name);
        string[] companions = Companions.GetValueOrDefault(name) ?? [];
        Assert.Equal(12, await lab.RunAsync([$"--{name}={flag.OtherValue}", .. companions]));
        Assert.Matches($"^--({string.Join('|', companions.Append($"--{name}").Select(static c => c[2..].Split('=')[0]))}) is not supported: ", lab.Error);
    }

    [Theory, MemberData(nameof(Unsupported))]
    public async Task The_environment_is_no_way_around_that(string name)
    {
        using var lab = new Lab().Set("BATON_API_TOKEN", "tok_1");
        var flag = DefaultFlag.All.Single(f => f.Name == name);
        string[] companions = Companions.GetValueOrDefault(name) ?? [];
        foreach (var companion in companions.Append($"--{name}={flag.OtherValue}"))
        {
            var parts = companion[2..].Split('=');
            lab.Set(DefaultFlag.All.Single(f => f.Name == parts[0]).Variable, parts.Length > 1 ? parts[1] : "true");
        }
        Assert.Equal(12, await lab.RunAsync());
        Assert.Matches(@"^--[a-z0-9-]+ \(given by BATON_[A-Z0-9_]+\) is not supported: ", lab.Error);
    }

    [Theory, MemberData(nameof(WithDefault))]
    public async Task The_default_value_may_be_given(string name)
    {
        var flag = DefaultFlag.All.Single(f => f.Name == name);
        if (Companions.ContainsKey(name) || name == "grant-principal" || name == "grant-entitlement")
            return; // counts as set whatever its value
        using var lab = new Lab();
        await lab.RunAsync("--api-token=tok_1", $"--{name}={flag.Default}");
        Assert.NotNull(lab.Manifest.Values);
    }

    [Fact]
    public async Task Help_shows_the_visible_ones_with_type_variable_and_default()
    {
        using var lab = new Lab();
        await lab.RunAsync("config", "--help");
        var shown = Regex.Matches(lab.Out, @"^  (?:-(\w), |    )--([a-z0-9-]+)(?: (int|strings|string))?   .*\(\$(BATON_\w+)\)(?: \(default (.*)\))?$", RegexOptions.Multiline)
            .Select(static m => string.Join(' ', m.Groups.Values.Skip(1).Select(static g => g.Value)));
        var expected = DefaultFlag.All.Where(static f => !f.IsHidden)
            .Select(static f => $"{f.ShortHand} {f.Name} {TypeName(f)} {f.Variable} {Shown(f)}");
        Assert.Equal(expected, shown);
    }

    static string TypeName(DefaultFlag flag) => flag.Type switch
    {
        "Bool" => "",
        "Int" => "int",
        "StringSlice" => "strings",
        _ => "string",
    };

    static string Shown(DefaultFlag flag) => flag switch
    {
        { Default: "false" or "0" or "" } => "",
        { Type: "String" } => $"\"{flag.Default}\"",
        _ => flag.Default,
    };
}
