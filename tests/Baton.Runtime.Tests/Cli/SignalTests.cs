namespace Baton.Runtime.Tests.Cli;

public sealed class SignalTests
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 143)]
    public async Task A_signal_stops_the_run(bool isInterrupt, int expected)
    {
        using var signal = new CancellationTokenSource();
        using var lab = new Lab
        {
            Interrupt = isInterrupt ? signal.Token : default,
            Terminate = isInterrupt ? default : signal.Token,
            Manifest = Manifest(async stop =>
            {
                await signal.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
            }),
        };
        Assert.Equal(expected, await lab.RunAsync("--api-token=tok"));
        Assert.DoesNotContain("error", lab.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(lab.Directory));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 143)]
    public async Task A_failure_because_of_the_signal_is_told_and_changes_nothing(bool isInterrupt, int expected)
    {
        using var signal = new CancellationTokenSource();
        using var lab = new Lab
        {
            Interrupt = isInterrupt ? signal.Token : default,
            Terminate = isInterrupt ? default : signal.Token,
            Manifest = Manifest(async _ =>
            {
                await signal.CancelAsync();
                throw new ConnectorException(ErrorCode.Unavailable, "the connection broke");
            }),
        };
        Assert.Equal(expected, await lab.RunAsync("--api-token=tok"));
    }

    [Fact]
    public async Task Work_that_ends_all_the_same_is_a_success()
    {
        using var signal = new CancellationTokenSource();
        using var lab = new Lab
        {
            Terminate = signal.Token,
            Manifest = new LabManifest { ConfigText = "{}" },
        };
        await signal.CancelAsync();
        Assert.Equal(0, await lab.RunAsync("config"));
    }

    [Fact]
    public async Task What_does_not_stop_is_left_behind_after_the_limit()
    {
        using var signal = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        var time = new FakeTime { Skips = false };
        var running = new TaskCompletionSource();
        using var lab = new Lab
        {
            Terminate = signal.Token,
            TimeProvider = time,
            ShutdownLimit = TimeSpan.FromSeconds(10),
            Manifest = Manifest(_ =>
            {
                running.SetResult();
                return never.Task;
            }),
        };
        var run = lab.RunAsync("--api-token=tok");
        await running.Task;
        await signal.CancelAsync();
        while (!time.Waits.Contains(TimeSpan.FromSeconds(10)))
            await Task.Yield();
        Assert.False(run.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(143, await run);
        Assert.EndsWith("the connector did not stop within 10 s after the signal; ending without it\n", lab.Error, StringComparison.Ordinal);
        never.SetResult();
    }

    static LabManifest Manifest(Func<CancellationToken, Task> validate) => new()
    {
        Creating = static _ => [new FakeSyncer(Users.Definition) { Items = [] }],
        Validating = (_, stop) => validate(stop),
    };
}
