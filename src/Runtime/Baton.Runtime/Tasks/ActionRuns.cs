using System.Collections.Concurrent;
using Baton.C1Z;
using Baton.Errors;

namespace Baton.Tasks;

/// <summary>
/// Actions that were invoked: they go on after the task that invoked them was answered, and can be asked for by id. At most
/// <see cref="Remembered"/> that ended are remembered, and at most as many run.
/// </summary>
#pragma warning disable CA1001 // A run that does not listen still holds the token when the process ends: its source is not disposed.
sealed class ActionRuns(TimeProvider time)
#pragma warning restore CA1001
{
    internal const int Remembered = 1000;

    static readonly TimeSpan LongestRun = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, ActionRun> _runs = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<string> _ended = new();
    readonly CancellationTokenSource _stop = new();
    int _running;

    /// <summary>How many run.</summary>
    internal int Running => Volatile.Read(ref _running);

    /// <summary>Starts an action, and waits for its end for a while.</summary>
    /// <param name="name">Name of the action.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops the waiting, not the action.</param>
    internal async Task<ActionRun> StartAsync(
        string name, TimeSpan patience, Func<CancellationToken, Task<ValueMap>> action, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _running) > Remembered)
        {
            Interlocked.Decrement(ref _running);
            throw new ConnectorException(ErrorCode.ResourceExhausted, $"{Remembered} actions are running already: wait until some have ended");
        }
        var run = new ActionRun(Ksuid.New(time), name);
        _runs[run.Id] = run;
        var end = Task.Run(() => RunAsync(run, action), CancellationToken.None);
        try
        {
            await end.WaitAsync(patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // It goes on, and its end can be asked for by id.
        }
        return run;
    }

    /// <summary>A run.</summary>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.NotFound"/>: it was never started, or is long forgotten.</exception>
    internal ActionRun Find(string id) => _runs.GetValueOrDefault(id) ?? throw ConnectorException.NotFound(
        $"no invocation of an action has id \"{id}\": it was started by another process, or ended so long ago that it is forgotten");

    /// <summary>Waits until none runs, or for as long as there is time. None must be started meanwhile.</summary>
    internal async Task EndedAsync(CancellationToken limit) =>
        await Task.WhenAll(_runs.Values.Select(static run => run.Ended)).WaitAsync(limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Tells those that run to stop.</summary>
    internal Task StopAsync() => _stop.CancelAsync();

    async Task RunAsync(ActionRun run, Func<CancellationToken, Task<ValueMap>> action)
    {
        using var limit = new CancellationTokenSource(LongestRun, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
        try
        {
            run.Complete(await action(either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            run.Fail(new(ErrorCode.DeadlineExceeded, $"action \"{run.Name}\" did not end within {LongestRun.TotalHours} h, and was stopped"));
        }
#pragma warning disable CA1031 // Whatever the author's method throws is the outcome of the run, and is told to whoever asks for it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            run.Fail(failure as ConnectorException ?? new(Failure.CodeOf(failure), failure.Message, failure));
        }
        Interlocked.Decrement(ref _running);
        _ended.Enqueue(run.Id);
        while (_ended.Count > Remembered && _ended.TryDequeue(out var oldest))
            _runs.TryRemove(oldest, out _);
    }
}
