using Baton.Runtime.Tests.Cli;

namespace Baton.Runtime.Tests.Config;

public sealed class PrecedenceTests
{
    /// <summary>For each kind: the setting, and the value that flag, variable and file give, each as text and as the connector gets it.</summary>
    static readonly Dictionary<string, ((string Text, object Value) Flag, (string Text, object Value) Variable, (string Text, object Value) File)> Kinds = new()
    {
        ["api-token"] = (("from flag", "from flag"), ("from=env", "from=env"), ("\"from: file\"", "from: file")),
        ["base-url"] = (
            ("https://flag.test/", new Uri("https://flag.test/")), ("https://env.test/", new Uri("https://env.test/")), ("https://file.test/", new Uri("https://file.test/"))),
        ["page-size"] = (("1", 1), ("0x10", 16), ("-3", -3)),
        ["quota"] = (("5000000000", 5000000000L), ("0b11", 3L), ("1_000", 1000L)),
        ["verify-tls"] = (("false", false), ("T", true), ("0", false)),
        ["orgs"] = (("a,\"b,c\"", new[] { "a", "b,c" }), ("d,e", new[] { "d", "e" }), ("[f, \"g,h\"]", new[] { "f", "g,h" })),
        ["region"] = (("us", "us"), ("eu", "eu"), ("us", "us")),
    };

    public static TheoryData<string, bool, bool, bool> Matrix
    {
        get
        {
            var data = new TheoryData<string, bool, bool, bool>();
            foreach (var name in Kinds.Keys)
            {
                for (var bits = 0; bits < 8; bits++)
                    data.Add(name, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(Matrix))]
    public async Task Flag_wins_over_variable_over_file_over_default(string name, bool hasFlag, bool hasVariable, bool hasFile)
    {
        using var lab = new Lab { Manifest = new LabManifest { Fields = [.. new LabManifest().Fields.Select(static f => f with { Required = false })] } };
        var (flag, variable, file) = Kinds[name];
        if (hasVariable)
            lab.Set("BATON_" + name.Replace('-', '_').ToUpperInvariant(), variable.Text);
        if (hasFile)
            lab.Write(".baton.yaml", $"{name}: {file.Text}\n");
        await lab.RunAsync(hasFlag ? [$"--{name}={flag.Text}"] : []);
        object? expected = hasFlag ? flag.Value : hasVariable ? variable.Value : hasFile ? file.Value : null;
        Assert.Equal(expected is not null, lab.Values.TryGet(name, out object value));
        if (expected is not null)
            Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("--page-size 7")]
    [InlineData("--page-size=7")]
    [InlineData("-s 7")]
    [InlineData("-s7")]
    [InlineData("-s=7")]
    [InlineData("-ps7")]
    [InlineData("--page-size 3 --page-size 7")]
    public async Task All_forms_of_a_flag_are_read(string args)
    {
        using var lab = new Lab();
        await lab.RunAsync(["--api-token", "x", .. args.Split(' ')]);
        Assert.Equal(7, lab.Values.Require<int>("page-size"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("--help")]
    [InlineData("-f")]
    [InlineData("config")]
    [InlineData("@response")]
    [InlineData("[suggest]")]
    [InlineData("a:b=c")]
    [InlineData(" ")]
    [InlineData("\"quoted\"")]
    public async Task Any_text_may_be_the_value_of_a_flag(string text)
    {
        using var lab = new Lab { Manifest = new LabManifest { Fields = [new() { Name = "note", Kind = CompilerServices.ConfigFieldKind.String }] } };
        await lab.RunAsync("--note", text, "--file=x.c1z");
        Assert.Equal(text, lab.Values.Require<string>("note"));
    }

    [Fact]
    public async Task A_list_may_be_given_by_several_flags()
    {
        using var lab = new Lab().Set("BATON_ORGS", "never");
        await lab.RunAsync("--api-token=x", "--orgs=a,b", "--orgs", "c", "--orgs=");
        Assert.Equal(["a", "b", "c"], lab.Values.Require<string[]>("orgs"));
    }

    [Fact]
    public async Task A_switch_needs_no_value()
    {
        using var lab = new Lab().Set("BATON_VERIFY_TLS", "false");
        await lab.RunAsync("--api-token=x", "--verify-tls");
        Assert.True(lab.Values.Require<bool>("verify-tls"));
    }

    [Fact]
    public async Task An_empty_variable_counts_as_absent()
    {
        using var lab = new Lab().Set("BATON_API_TOKEN", "").Write(".baton.yaml", "api-token: from file");
        await lab.RunAsync();
        Assert.Equal("from file", lab.Values.Require<string>("api-token"));
    }

    [Fact]
    public async Task Variables_are_upper_case()
    {
        using var lab = new Lab().Set("baton_api_token", "x");
        Assert.Equal(2, await lab.RunAsync());
        Assert.Equal("required flag(s) \"api-token\" not set\n", lab.Error);
    }

    [Theory]
    [InlineData("--base-url=", "base-url")]
    [InlineData("--region=", "region")]
    public async Task An_empty_address_or_choice_means_the_default(string flag, string name)
    {
        using var lab = new Lab();
        await lab.RunAsync("--api-token=x", flag);
        Assert.False(lab.Values.TryGet(name, out object _));
    }

    [Fact]
    public async Task A_setting_that_the_connector_does_not_have_is_absent()
    {
        using var lab = new Lab();
        await lab.RunAsync("--api-token=x");
        Assert.False(lab.Values.TryGet("file", out object _));
    }
}
