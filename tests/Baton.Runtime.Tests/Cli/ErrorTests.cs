namespace Baton.Runtime.Tests.Cli;

public sealed class ErrorTests
{
    public static TheoryData<string, string> Usage => new()
    {
        { "", "required flag(s) \"api-token\" not set" },
        { "--nope", "unknown flag: --nope" },
        { "--nope=1", "unknown flag: --nope" },
        { "--pagesize 3", "unknown flag: --pagesize\n\nDid you mean this?\n\t--page-size\n" },
        { "-x", "unknown shorthand flag: 'x' in -x" },
        { "-px", "unknown shorthand flag: 'x' in -px" },
        { "--=1", "bad flag syntax: --=…" },
        { "---file", "bad flag syntax: ---file" },
        { "--file", "flag needs an argument: --file" },
        { "-f", "flag needs an argument: 'f' in -f" },
        { "-pf", "flag needs an argument: 'f' in -pf" },
        { "frobnicate", "unknown command \"frobnicate\" for \"baton-lab\"" },
        { "confg", "unknown command \"confg\" for \"baton-lab\"\n\nDid you mean this?\n\tconfig\n" },
        { "c", "unknown command \"c\" for \"baton-lab\"\n\nDid you mean this?\n\tcapabilities\n\tcompletion\n\tconfig\n" },
        { "completion tcsh", "unknown command \"tcsh\" for \"baton-lab completion\": there are bash, fish, powershell, zsh" },
        { "--nope frobnicate", "unknown flag: --nope" },
        { "--nope=1 frobnicate", "unknown command \"frobnicate\" for \"baton-lab\"" },
        { "--provisioning true", "unknown command \"true\" for \"baton-lab\"" },
        { "-- frobnicate", "unknown command \"frobnicate\" for \"baton-lab\"" },
        { "config extra", "unknown command \"extra\" for \"baton-lab config\"" },
        { "config --api-token=x", "unknown flag: --api-token" },
        { "--api-token x config", "unknown flag: --api-token" },
        { "--verify-tls=maybe", "invalid argument \"maybe\" for \"--verify-tls\" flag: strconv.ParseBool: parsing \"maybe\": invalid syntax" },
        { "--page-size=abc", "invalid argument \"abc\" for \"-s, --page-size\" flag: strconv.ParseInt: parsing \"abc\": invalid syntax" },
        { "-s 2147483648", "invalid argument \"2147483648\" for \"-s, --page-size\" flag: strconv.ParseInt: parsing \"2147483648\": value out of range" },
        { "--orgs=a\"b", "invalid argument \"a\\\"b\" for \"--orgs\" flag: parse error on line 1, column 2: bare \" in non-quoted-field" },
        { "--workers= --help", "invalid argument \"\" for \"--workers\" flag: strconv.ParseInt: parsing \"\": invalid syntax" },
        { "--help=maybe", "invalid argument \"maybe\" for \"-h, --help\" flag: strconv.ParseBool: parsing \"maybe\": invalid syntax" },
    };

    public static TheoryData<string, string> Values => new()
    {
        { "--client-id=a", "if any flags in the group [client-id client-secret] are set they must all be set; missing [client-secret]" },
        {
            "--compact-syncs --compact-sync-ids=a",
            "if any flags in the group [compact-syncs compact-sync-ids compact-file-paths compact-output-path] are set they must all be set; " +
            "missing [compact-file-paths compact-output-path]"
        },
        { "--grant-entitlement=a", "if any flags in the group [grant-entitlement grant-principal] are set they must all be set; missing [grant-principal]" },
        {
            "--revoke-grant=a --delete-resource=b",
            "if any flags in the group [grant-entitlement revoke-grant create-account-login delete-resource rotate-credentials event-feed create-ticket " +
            "get-ticket list-ticket-schemas bulk-create-ticket] are set none of the others can be; [delete-resource revoke-grant] were all set"
        },
        {
            "--diff-syncs=false --base-sync-id=a --applied-sync-id=b --compact-syncs=false --compact-sync-ids=a --compact-file-paths=b --compact-output-path=c",
            "if any flags in the group [grant-entitlement revoke-grant create-account-email delete-resource-type rotate-credentials-type event-feed " +
            "diff-syncs compact-syncs list-ticket-schemas] are set none of the others can be; [compact-syncs diff-syncs] were all set"
        },
        { "--http-timeout-seconds 0", "field http-timeout-seconds: value must be greater than or equal to 1 but got 0" },
        { "--http-timeout-seconds 5000", "field http-timeout-seconds: value must be less than or equal to 1800 but got 5000" },
        { "--storage-engine foo", "field storage-engine: value must be one of [ sqlite pebble] but got 'foo'" },
        { "--external-resource-c1z nope.c1z", "the specified external resource c1z file does not exist: nope.c1z" },
        { "--external-resource-traits user,foo", "unknown external resource trait \"foo\"" },
        { "--task-concurrency 101", "field task-concurrency: value must be less than or equal to 100 but got 101" },
        { "--skip-grants", "skip-grants can only be set within a targeted sync" },
        { "--skip-grants --sync-resources=", "skip-grants can only be set within a targeted sync" },
        {
            "--sync-resources=bid:r:user",
            "field sync-resources: \"bid:r:user\" is no Baton id of a resource: it has 1 parts, and needs two, or four with a parent. " +
            "The form is bid:r:type/id, or bid:r:parentType/parentId/type/id."
        },
        { "--c1z-temp-dir /nonexistent", "the specified c1z temp dir does not exist: /nonexistent" },
        { "--file=", "c1zPath must be set when in on-demand mode" },
        {
            "--file=s3://bucket/sync.c1z",
            "field file: this program cannot use s3:// addresses: add the package Baton.S3 to its project (dotnet add package Baton.S3), or name a file"
        },
        { "--file=ftp://host/sync.c1z", "field file: this program cannot use ftp:// addresses, only files" },
        { "--external-resource-c1z=s3://b/k", "field external-resource-c1z: this program cannot use s3:// addresses: add the package Baton.S3 to its project (dotnet add package Baton.S3), or name a file" },
        { "--region=mars", "errors found:\nfield region: value must be one of [us eu] but got 'mars'" },
        { "--base-url=nowhere", "errors found:\nfield base-url: value must be a valid URL but got 'nowhere'" },
        {
            "--api-token= --region=mars",
            "errors found:\nfield api-token of type string is marked as required but it has a zero-value\n" +
            "field region: value must be one of [us eu] but got 'mars'"
        },
        { "--log-path=/nonexistent/x.log", "couldn't open sink \"/nonexistent/x.log\": Could not find a part of the path '/nonexistent/x.log'." },
    };

    [Theory, MemberData(nameof(Usage))]
    public Task A_wrong_call_is_told_on_stderr(string args, string text) => AssertErrorAsync(args.Split(' ', StringSplitOptions.RemoveEmptyEntries), text);

    [Theory, MemberData(nameof(Values))]
    public Task A_wrong_value_is_told_on_stderr(string args, string text) => AssertErrorAsync(["--api-token=tok", .. args.Split(' ')], text);

    [Fact]
    public async Task All_bad_variables_are_named()
    {
        using var lab = new Lab().Set("BATON_API_TOKEN", "tok").Set("BATON_VERIFY_TLS", "maybe").Set("BATON_PAGE_SIZE", "x");
        Assert.Equal(2, await lab.RunAsync());
        Assert.Equal(
            "failed to make configuration: failed to unmarshal config: 2 error(s) decoding:\n\n" +
            "* cannot parse 'page-size' as int: strconv.ParseInt: parsing \"x\": invalid syntax (BATON_PAGE_SIZE)\n" +
            "* cannot parse 'verify-tls' as bool: strconv.ParseBool: parsing \"maybe\": invalid syntax (BATON_VERIFY_TLS)\n", lab.Error);
    }

    [Fact]
    public async Task Several_missing_flags_are_sorted()
    {
        using var lab = new Lab
        {
            Manifest = new LabManifest { Fields = [.. new LabManifest().Fields.Select(static f => f with { Required = f.Name is "region" or "api-token" or "base-url" })] },
        };
        Assert.Equal(2, await lab.RunAsync());
        Assert.Equal("required flag(s) \"api-token\", \"base-url\", \"region\" not set\n", lab.Error);
    }

    [Fact]
    public async Task Escape_sequences_in_arguments_do_not_reach_the_terminal()
    {
        using var lab = new Lab();
        Assert.Equal(2, await lab.RunAsync("--\u001b[2Jx\u202e"));
        Assert.Equal("unknown flag: --\\x1b[2Jx\\u202e\n", lab.Error);
    }

    [Fact]
    public async Task Health_check_fails_when_nobody_answers()
    {
        using var lab = new Lab();
        Assert.Equal(14, await lab.RunAsync("health-check", "--endpoint", "live", "--timeout", "3", "--health-check-port=1"));
        Assert.StartsWith("health check failed: ", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public Task Health_check_knows_three_endpoints() =>
        AssertErrorAsync(["health-check", "--endpoint=foo"], "invalid endpoint: foo (valid: health, ready, live)");

    [Theory]
    [InlineData("--client-id=i", "invalid client id: it has the form NAME@HOST/ANYTHING. Copy it from C1, where the connector is set up.")]
    [InlineData("--client-id=n@/x", "invalid client id: it names no host. Copy it from C1, where the connector is set up.")]
    [InlineData(
        "--client-id=n@h/x", "invalid client secret: it has the form NAME:HOST:v1:KEY. Copy the whole secret that C1 showed when it was created.")]
    public Task Service_mode_needs_what_C1_issued(string id, string error) => AssertErrorAsync(["--api-token=t", id, "--client-secret=canary"], error);

    [Theory]
    [InlineData("--task-concurrency=0", "field task-concurrency: value must be greater than or equal to 1 but got 0")]
    [InlineData("--shutdown-grace=soon", "field shutdown-grace: \"soon\" is not a duration, such as 25s, or 1m30s")]
    public Task Service_mode_has_limits(string flag, string error) =>
        AssertErrorAsync(["--api-token=t", "--client-id=n@h/x", $"--client-secret={Secret}", flag], error);

    // A key that was made for this test.
    const string Secret = "a:b:v1:eyJrdHkiOiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwieCI6InhZNl9vczhhaHJRZHBfLTVfUktXb3lxWWRpOUtxQ0tKTWY1R1pQMU9GWTQiLCJkIjoiMWY3OFE2TGVWdHBsS2N2cnR2SDF5ekc4RWxQd1hRcldIRzMxeGdIZk5vRSJ9";

    static async Task AssertErrorAsync(string[] args, string text)
    {
        using var lab = new Lab();
        Assert.Equal(2, await lab.RunAsync(args));
        Assert.Equal(text + "\n", lab.Error);
        Assert.Equal("", lab.Out);
        Assert.Null(lab.Manifest.Values);
    }
}
