namespace Baton.Cli;

/// <summary>Runs something until it ends, or until a signal came and the time to stop is over.</summary>
static class Shutdown
{
    const int Terminated = 128 + 15;

    /// <summary>Runs it.</summary>
    /// <param name="run">What to run.</param>
    /// <param name="options">Signals and clock.</param>
    /// <param name="time">How long it may take to stop.</param>
    /// <param name="report">Hears about a failure, or about what did not stop in time; the code is that of a failure.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        Func<CancellationToken, Task<int>> run, ConnectorHostOptions options, TimeToStop time, Func<Exception, int> report)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(options.Interrupt, options.Terminate);
        var running = Task.Run(() => run(stop.Token), CancellationToken.None);
        try
        {
            await WaitAsync(running, options, time, stop.Token).ConfigureAwait(false);
            return await running.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode(options);
        }
        catch (Exception e)
        {
            var code = report(e);
            return stop.IsCancellationRequested ? ExitCode(options) : code;
        }
    }

    static int ExitCode(ConnectorHostOptions options) => options.Terminate.IsCancellationRequested ? Terminated : 0;

    /// <summary>Waits for the end; after a signal for a limited time.</summary>
    static async Task WaitAsync(Task<int> running, ConnectorHostOptions options, TimeToStop time, CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(stopped.SetResult).ConfigureAwait(false);
        if (await Task.WhenAny(running, stopped.Task).ConfigureAwait(false) == running)
            return;
        using var ended = new CancellationTokenSource();
        var limit = Task.Delay(time.Limit, options.TimeProvider, ended.Token);
        var first = await Task.WhenAny(running, limit).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        if (first != running)
        {
            throw new ConnectorException(
                ErrorCode.DeadlineExceeded, $"the connector did not stop within {time.Limit.TotalSeconds} s after the signal; ending without it");
        }
    }
}

/// <summary>How long a program may take to stop; service mode takes longer than one task.</summary>
sealed class TimeToStop(TimeSpan limit)
{
    public TimeSpan Limit { get; set; } = limit;
}
