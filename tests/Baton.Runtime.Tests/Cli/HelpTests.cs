namespace Baton.Runtime.Tests.Cli;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-ph")]
    [InlineData("help")]
    [InlineData("--api-token= --help --version")]
    public Task The_program_explains_itself(string args) => AssertHelpAsync(args, TestData.Text("help.txt"));

    [Theory]
    [InlineData("capabilities --help")]
    [InlineData("--help capabilities")]
    [InlineData("help capabilities")]
    [InlineData("capabilities -h -s 3")]
    public Task A_command_explains_itself(string args) => AssertHelpAsync(args, TestData.Text("help-capabilities.txt"));

    [Fact]
    public async Task On_a_terminal_the_default_format_of_the_log_is_console()
    {
        using var lab = new Lab { OutputIsTerminal = true };
        Assert.Equal(0, await lab.RunAsync("--help"));
        Assert.Equal(TestData.Text("help.txt").Replace("(default \"json\")", "(default \"console\")", StringComparison.Ordinal), lab.Out);
    }

    [Fact]
    public async Task An_unknown_topic_is_named()
    {
        using var lab = new Lab();
        Assert.Equal(0, await lab.RunAsync("help", "me"));
        Assert.Equal("", lab.Out);
        Assert.Equal("Unknown help topic \"me\"\n" + TestData.Text("help.txt"), lab.Error);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("-v")]
    public async Task The_version_is_one_line(string argument)
    {
        using var lab = new Lab();
        Assert.Equal(0, await lab.RunAsync(argument));
        Assert.Equal("baton-lab version v1.2.3\n", lab.Out);
        Assert.Equal("", lab.Error);
    }

    [Fact]
    public async Task Help_needs_neither_settings_nor_a_sound_configuration_file()
    {
        using var lab = new Lab().Write(".baton.yaml", "[[").Set("BATON_PAGE_SIZE", "x");
        Assert.Equal(0, await lab.RunAsync("--help"));
    }

    [Fact]
    public async Task A_setting_may_take_the_short_flags_of_help_and_version()
    {
        using var lab = new Lab
        {
            Manifest = new LabManifest
            {
                Fields =
                [
                    new() { Name = "host", Kind = CompilerServices.ConfigFieldKind.String, ShortHand = 'h' },
                    new() { Name = "version", Kind = CompilerServices.ConfigFieldKind.String, ShortHand = 'v' },
                ],
            },
        };
        await lab.RunAsync("-h", "example.test", "-v3");
        Assert.Equal("example.test", lab.Values.Require<string>("host"));
        Assert.Equal("3", lab.Values.Require<string>("version"));
    }

    static async Task AssertHelpAsync(string args, string expected)
    {
        using var lab = new Lab();
        Assert.Equal(0, await lab.RunAsync(args.Split(' ')));
        Assert.Equal("", lab.Error);
        Assert.Equal(expected, lab.Out);
    }
}
