namespace Baton.Runtime.Tests.Cli;

/// <summary>The connector as a service of Windows, up to what Windows does.</summary>
public sealed class WindowsServiceTests : IDisposable
{
    static readonly string[] Answers = ["t\"op\\secret", "", "50", "true", "", "", "client", "secret"];

    readonly string _programData = Directory.CreateTempSubdirectory("baton-windows-").FullName;

    public void Dispose() => Directory.Delete(_programData, recursive: true);

    [Theory]
    [InlineData("setup")]
    [InlineData("start")]
    [InlineData("stop")]
    [InlineData("status")]
    [InlineData("remove")]
    [InlineData("_service")]
    public async Task Elsewhere_there_is_no_such_command(string command)
    {
        using var lab = new Lab();
        Assert.Equal(2, await lab.RunAsync(command));
        Assert.Contains($"unknown command \"{command}\"", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_the_commands_but_not_that_of_the_service_manager()
    {
        using var lab = new Lab { Windows = new FakeWindows(_programData).Host };
        Assert.Equal(0, await lab.RunAsync("--help"));
        Assert.Contains("  setup ", lab.Out, StringComparison.Ordinal);
        Assert.Contains("  remove ", lab.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("_service", lab.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setup_asks_for_settings_keeps_them_from_others_and_installs_the_service()
    {
        var windows = new FakeWindows(_programData, Answers);
        using var lab = new Lab { Windows = windows.Host };
        Assert.Equal(0, await lab.RunAsync("setup"));
        Assert.Equal(
            [
                "sc.exe query baton-lab",
                $"icacls.exe {Path.GetDirectoryName(windows.ConfigFile)} /inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F",
                "sc.exe create baton-lab binPath= \"C:\\Program Files\\Baton\\baton-lab.exe\" _service start= delayed-auto DisplayName= Lab",
                "sc.exe failure baton-lab reset= 86400 actions= restart/10000/restart/10000/restart/60000",
                "sc.exe failureflag baton-lab 1",
            ],
            windows.Calls);
        Assert.Equal(
            "api-token: \"t\\u0022op\\\\secret\"\npage-size: 50\nverify-tls: true\nclient-id: \"client\"\nclient-secret: \"secret\"\n",
            await File.ReadAllTextAsync(windows.ConfigFile, TestContext.Current.CancellationToken));
        Assert.StartsWith("Enter api-token: Enter base-url: Enter page-size: Enter verify-tls: Enter region: Enter pin: Enter client-id: ", lab.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("op\\secret", lab.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("required field 'api-token' cannot be empty", 2, "")]
    [InlineData("page-size must be a whole number, not \"many\"", 2, "t", "", "many")]
    [InlineData("verify-tls must be true or false, not \"yes\"", 2, "t", "", "1", "yes")]
    public async Task Setup_refuses_answers_that_cannot_be(string error, int code, params string[] answers)
    {
        var windows = new FakeWindows(_programData, answers);
        using var lab = new Lab { Windows = windows.Host };
        Assert.Equal(code, await lab.RunAsync("setup"));
        Assert.Contains(error, lab.Error, StringComparison.Ordinal);
        Assert.Equal(["sc.exe query baton-lab"], windows.Calls);
        Assert.False(File.Exists(windows.ConfigFile));
    }

    [Fact]
    public async Task Setup_does_not_overwrite_settings()
    {
        var windows = new FakeWindows(_programData, Answers);
        Directory.CreateDirectory(Path.GetDirectoryName(windows.ConfigFile)!);
        await File.WriteAllTextAsync(windows.ConfigFile, "api-token: mine\n", TestContext.Current.CancellationToken);
        using var lab = new Lab { Windows = windows.Host };
        Assert.Equal(6, await lab.RunAsync("setup"));
        Assert.Contains($"config file already exists at {windows.ConfigFile}", lab.Error, StringComparison.Ordinal);
        Assert.Equal("api-token: mine\n", await File.ReadAllTextAsync(windows.ConfigFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Setup_asks_nothing_when_the_service_is_there()
    {
        using var lab = new Lab { Windows = new FakeWindows(_programData, Answers) { State = 1 }.Host };
        Assert.Equal(6, await lab.RunAsync("setup"));
        Assert.Contains("baton-lab is already installed as a service. Please run 'baton-lab remove' to remove it first.", lab.Error, StringComparison.Ordinal);
        Assert.Equal("", lab.Out);
    }

    [Fact]
    public async Task Setup_that_cannot_install_leaves_no_settings()
    {
        var windows = new FakeWindows(_programData, Answers) { MayCreate = false };
        using var lab = new Lab { Windows = windows.Host };
        Assert.Equal(7, await lab.RunAsync("setup"));
        Assert.Contains("sc.exe create baton-lab", string.Join('\n', windows.Calls), StringComparison.Ordinal);
        Assert.False(File.Exists(windows.ConfigFile));
    }

    [Fact]
    public async Task A_service_is_started_asked_stopped_and_removed()
    {
        var windows = new FakeWindows(_programData, Answers);
        Assert.Contains("installed", await RunAsync(windows, "setup"), StringComparison.Ordinal);
        Assert.Equal("baton-lab: started\n", await RunAsync(windows, "start"));
        Assert.Equal("baton-lab: started\n", await RunAsync(windows, "start"));
        Assert.Equal("baton-lab: Running\n", await RunAsync(windows, "status"));
        Assert.Equal("baton-lab: stopped\n", await RunAsync(windows, "stop"));
        Assert.Equal("baton-lab: Stopped\n", await RunAsync(windows, "status"));
        Assert.Equal("baton-lab: removed\n", await RunAsync(windows, "remove"));
        Assert.Null(windows.State);
        Assert.False(File.Exists(windows.ConfigFile));
    }

    [Fact]
    public async Task A_service_that_does_not_stop_is_not_waited_for_longer_than_ten_seconds()
    {
        var time = new FakeTime();
        using var lab = new Lab { Windows = new FakeWindows(_programData) { State = 4, IsStubborn = true }.Host, TimeProvider = time };
        Assert.Equal(4, await lab.RunAsync("stop"));
        Assert.Contains("did not stop within 10 s", lab.Error, StringComparison.Ordinal);
        Assert.InRange(time.Waits.Count, 40, 42);
    }

    [Theory]
    [InlineData(5, 7, "Run as administrator")]
    [InlineData(1060, 5, "baton-lab is not installed as a service: run 'baton-lab setup' first")]
    [InlineData(1072, 9, "is being removed")]
    [InlineData(87, 2, "sc.exe start baton-lab failed with 87: [SC] FAILED 87")]
    public async Task Errors_of_Windows_say_what_to_do(int error, int code, string text)
    {
        using var lab = new Lab { Windows = new FakeWindows(_programData) { Error = error }.Host };
        Assert.Equal(code, await lab.RunAsync("start"));
        Assert.Contains(text, lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_finds_its_settings_and_writes_its_log_where_setup_said()
    {
        var windows = new FakeWindows(_programData, [.. Answers[..^2], "", ""]);
        Assert.Contains("installed", await RunAsync(windows, "setup"), StringComparison.Ordinal);
        using var lab = new Lab { Windows = windows.Host, Manifest = OneShotTests.SmallCompanyManifest() };
        Assert.Equal(0, await lab.RunAsync("_service"));
        Assert.Equal(0, windows.Served);
        Assert.Equal("t\"op\\secret", lab.Values.Require<string>("api-token"));
        Assert.Equal(50, lab.Values.Require<int>("page-size"));
        Assert.Contains("Sync complete.", await File.ReadAllTextAsync(windows.Log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(windows.Log)!, "sync.c1z")));
    }

    static async Task<string> RunAsync(FakeWindows windows, string command)
    {
        using var lab = new Lab { Windows = windows.Host, TimeProvider = new FakeTime() };
        Assert.True(await lab.RunAsync(command) == 0, lab.Error);
        return lab.Out;
    }
}
