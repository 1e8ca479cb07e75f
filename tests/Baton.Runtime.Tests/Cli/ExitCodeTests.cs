namespace Baton.Runtime.Tests.Cli;

public sealed class ExitCodeTests
{
    public static TheoryData<ErrorCode> Codes => [.. Enum.GetValues<ErrorCode>().Where(static c => c is not (ErrorCode.Unavailable or ErrorCode.DeadlineExceeded))];

    [Theory, MemberData(nameof(Codes))]
    public async Task The_code_of_the_failure_is_the_exit_code(ErrorCode code)
    {
        using var lab = Failing(new ConnectorException(code, "the door is closed"));
        Assert.Equal((int)code, await lab.RunAsync("--api-token=tok"));
        var status = code == ErrorCode.Unknown ? "" : $"rpc error: code = {code} desc = ";
        Assert.EndsWith($"runner: error processing task: {status}validate failed: the door is closed\n", lab.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(lab.PathOf("sync.c1z")));
    }

    [Theory]
    [InlineData(ErrorCode.Unavailable)]
    [InlineData(ErrorCode.DeadlineExceeded)]
    public async Task So_it_is_after_the_tries_are_used_up(ErrorCode code)
    {
        using var lab = Failing(new ConnectorException(code, "the door is closed"), new FakeTime());
        Assert.Equal((int)code, await lab.RunAsync("--api-token=tok"));
    }

    [Fact]
    public async Task Anything_else_is_2()
    {
        using var lab = Failing(new FormatException("what a mess"));
        Assert.Equal(2, await lab.RunAsync("--api-token=tok"));
        Assert.EndsWith("runner: error processing task: validate failed: what a mess\n", lab.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("stacktrace", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Causes_are_told_as_far_as_they_say_more()
    {
        using var lab = Failing(new HttpRequestException("The connection could not be established.", new IOException("certificate expired")));
        await lab.RunAsync("--api-token=tok");
        Assert.EndsWith("validate failed: The connection could not be established: certificate expired\n", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Debug_shows_where_it_failed()
    {
        using var lab = Failing(new FormatException("what a mess"));
        Assert.Equal(2, await lab.RunAsync("--api-token=tok", "--log-level=debug"));
        Assert.Contains("\"stacktrace\":\"Baton.ConnectorException: validate failed", lab.Error, StringComparison.Ordinal);
        Assert.Contains("ExitCodeTests", lab.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_failure()
    {
        using var lab = Failing(new OperationCanceledException("given up"));
        Assert.NotEqual(0, await lab.RunAsync("--api-token=tok"));
        Assert.Contains("given up", lab.Error, StringComparison.Ordinal);
    }

    static Lab Failing(Exception failure, TimeProvider? time = null) => new()
    {
        TimeProvider = time ?? TimeProvider.System,
        Manifest = new LabManifest
        {
            Creating = static _ => [new FakeSyncer(Users.Definition) { Items = [] }],
            Validating = (_, _) => throw failure,
        },
    };
}
