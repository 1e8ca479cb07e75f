using Baton.CompilerServices;

namespace Baton.Runtime.Tests.Cli;

/// <summary>Rules, relations and groups of a connector's own settings, as the program says them.</summary>
public sealed class FieldRuleTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { "--code=abc", "field code: value must be at least 4 characters long but got 'abc'" },
        { "--code=abcdefghi", "field code: value must be at most 8 characters long but got 'abcdefghi'" },
        { "--code=abcd1", "field code: value must match pattern ^[[:alpha:]]+$ but got 'abcd1'" },
        { "--answer=no", "field answer: expected 'yes' but got 'no'" },
        { "--agreed=false", "field agreed: expected true" },
        { "--format=2", "field format: expected 3 but got 2" },
        { "--path=x/", "field path: value must have prefix '/' but got 'x/'" },
        { "--path=/x", "field path: value must have suffix '/' but got '/x'" },
        { "--path=/..//", "field path: value must not contain '..' but got '/..//'" },
        { "--size=0 --limit=5", "field limit: value must be less than 5 but got 5" },
        { "--size=-1", "field size: value must be greater than or equal to 1 but got -1" },
        { "--size=11", "field size: value must be less than or equal to 10 but got 11" },
        { "--size=7", "field size: value must not be one of [7] but got 7" },
        { "--floor=-1", "field floor: value must be greater than 0 but got -1" },
        { "--names=a,b,c", "field names: value must have at most 2 items but got 3" },
        { "--names=a,a", "field names: value must not contain duplicate items but got multiple \"a\"" },
        { "--names=a,B", "field names invalid item at field 1: value must match pattern ^[a-z]+$ but got 'B'" },
        { "--mail=nobody", "field mail: value must be a valid email address but got 'nobody'" },
        { "--host=a_b..c", "field host: value must be a valid hostname but got 'a_b..c'" },
        { "--ip=1.2.3", "field ip: value must be a valid IPv4 address but got '1.2.3'" },
        { "--ip=::1", "field ip: value must be a valid IPv4 address but got '::1'" },
        { "--ip6=127.0.0.1", "field ip6: value must be a valid IPv6 address but got '127.0.0.1'" },
        { "--address=1.2.3", "field address: value must be a valid IP address but got '1.2.3'" },
        { "--id=1234", "field id: value must be a valid UUID but got '1234'" },
        { "--secret=hush", "field secret: value must be at least 8 characters long" },
        { "--user=a", "fields marked as needed together are missing: ('password')" },
        { "--one=1 --two=2 --three=3", "fields marked as mutually exclusive were set: ('one', 'two', and 'three')" },
        { "--child=c", "set fields ('child') are dependent on ('one') being set" },
        { "--labels=x", "invalid argument \"x\" for \"--labels\" flag: x must be formatted as key=value" },
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task A_broken_rule_is_named(string arguments, string expected)
    {
        using var lab = new Lab { Manifest = new LabManifest { Fields = Fields, Relations = Relations } };
        Assert.NotEqual(0, await lab.RunAsync(arguments.Split(' ')));
        Assert.Contains(expected, lab.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_within_the_rules_are_handed_over()
    {
        using var lab = new Lab { Manifest = new LabManifest { Fields = Fields, Relations = Relations } };
        await lab.Write("key.pem", "the key").RunAsync(
            "--code=abcd", "--path=/x/", "--size=5", "--names=a,b", "--mail=Bob <bob@acme.example>", "--host=acme.example", "--ip=127.0.0.1", "--ip6=::1", "--address=::1", "--floor=1",
            "--id={6ba7b810-9dad-11d1-80b4-00c04fd430c8}", "--secret=12345678", "--user=a", "--password=b", "--one=1", "--child=c",
            "--labels=env=prod,n=3", $"--key={lab.PathOf("key.pem")}");
        Assert.True(lab.Values.TryGet<IReadOnlyDictionary<string, string>>("labels", out var labels), lab.Error);
        Assert.Equal([("env", "prod"), ("n", "3")], labels.Select(static pair => (pair.Key, pair.Value)));
        Assert.True(lab.Values.TryGet<byte[]>("key", out var key));
        Assert.Equal("the key"u8.ToArray(), key);
        Assert.Equal(5, lab.Values.Require<int>("size"));
    }

    [Fact]
    public async Task A_mapping_comes_from_the_file()
    {
        using var lab = new Lab { Manifest = new LabManifest { Fields = Fields } };
        await lab.Write(".baton.yaml", "labels:\n  env: prod\n  n: 3\n").RunAsync();
        Assert.Equal("3", lab.Values.Require<IReadOnlyDictionary<string, string>>("labels")["n"]);
    }

    [Theory]
    [InlineData("", "required flag(s) \"token\" not set")]
    [InlineData("--auth-method=login", "required flag(s) \"login-user\" not set")]
    [InlineData("--auth-method=unknown", "required flag(s) \"token\" not set")]
    [InlineData("--token=t", "")]
    [InlineData("--auth-method=login --login-user=u", "")]
    public async Task Only_the_chosen_group_is_checked(string arguments, string expected)
    {
        using var lab = new Lab
        {
            Manifest = new LabManifest
            {
                Fields =
                [
                    new() { Name = "token", Kind = ConfigFieldKind.String, Required = true, Secret = true },
                    new() { Name = "login-user", Kind = ConfigFieldKind.String, Required = true },
                ],
                Groups = [new("login", "", "", ["login-user"], false), new("token", "Token", "An API token.", ["token"], true)],
            },
        };
        await lab.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (expected.Length > 0)
            Assert.Contains(expected, lab.Error, StringComparison.Ordinal);
        else
            Assert.NotNull(lab.Values);
    }

    [Fact]
    public async Task The_settings_are_a_table_in_Markdown()
    {
        using var lab = new Lab
        {
            Manifest = new LabManifest
            {
                Fields =
                [
                    new() { Name = "token", Kind = ConfigFieldKind.String, Required = true, Secret = true, Description = "API token", Default = "x" },
                    new() { Name = "region", Kind = ConfigFieldKind.String, Allowed = ["us", "eu"], Description = "Where | what", Default = "us" },
                ],
                Relations = [new(ConfigRelationKind.AtLeastOne, ["token", "region"], [])],
                Groups = [new("key", "", "A key.", ["token"], true)],
            },
        };
        Assert.Equal(0, await lab.RunAsync("config", "--markdown"));
        Assert.Equal("""
            | setting | environment | type | default | meaning |
            |---|---|---|---|---|
            | `--token` | `BATON_TOKEN` | text |  | API token (required, secret) |
            | `--region` | `BATON_REGION` | one of `us`, `eu` | `us` | Where \| what |

            `--token`, `--region`: at least one.

            `--auth-method key` (default): A key. `--token`.

            """.ReplaceLineEndings("\n"), lab.Out);
    }

    static readonly ConfigRelation[] Relations =
    [
        new(ConfigRelationKind.RequiredTogether, ["user", "password"], []),
        new(ConfigRelationKind.MutuallyExclusive, ["one", "two", "three"], []),
        new(ConfigRelationKind.DependentOn, ["child"], ["one"]),
    ];

    static readonly ConfigFieldDefinition[] Fields =
    [
        Text("code", new() { MinLength = 4, MaxLength = 8, Pattern = "^[[:alpha:]]+$" }),
        Text("answer", new() { Equal = "yes" }),
        new() { Name = "agreed", Kind = ConfigFieldKind.Bool, Rules = new() { Equal = "true" } },
        new() { Name = "format", Kind = ConfigFieldKind.Int, Rules = new() { Equal = "3" } },
        Text("path", new() { Prefix = "/", Suffix = "/", NotContains = ".." }),
        new() { Name = "size", Kind = ConfigFieldKind.Int, Rules = new() { Min = 1, Max = 10, NotIn = ["7"] } },
        new() { Name = "limit", Kind = ConfigFieldKind.Long, Rules = new() { Below = 5 } },
        new() { Name = "names", Kind = ConfigFieldKind.StringList, Rules = new() { MaxItems = 2, Unique = true, Pattern = "^[a-z]+$" } },
        Text("mail", new() { WellKnown = WellKnown.Email }),
        Text("host", new() { WellKnown = WellKnown.Hostname }),
        Text("ip", new() { WellKnown = WellKnown.Ipv4 }),
        Text("ip6", new() { WellKnown = WellKnown.Ipv6 }),
        Text("address", new() { WellKnown = WellKnown.Ip }),
        new() { Name = "floor", Kind = ConfigFieldKind.Long, Rules = new() { Above = 0 } },
        Text("id", new() { WellKnown = WellKnown.Uuid }),
        Text("secret", new() { MinLength = 8 }) with { Secret = true },
        Text("user", ConfigFieldRules.None), Text("password", ConfigFieldRules.None), Text("one", ConfigFieldRules.None), Text("two", ConfigFieldRules.None),
        Text("three", ConfigFieldRules.None), Text("child", ConfigFieldRules.None),
        new() { Name = "labels", Kind = ConfigFieldKind.StringMap },
        new() { Name = "key", Kind = ConfigFieldKind.File },
    ];

    static ConfigFieldDefinition Text(string name, ConfigFieldRules rules) => new() { Name = name, Kind = ConfigFieldKind.String, Rules = rules };
}
