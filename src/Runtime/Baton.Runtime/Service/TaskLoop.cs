using Baton.Errors;
using Baton.Logging;
using Baton.Tasks;
using Microsoft.Extensions.Logging;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Service;

/// <summary>Fetches tasks while there are free slots, and runs them, until it is told to stop.</summary>
sealed class TaskLoop(
    ITaskQueue queue, TaskRunner runner, ActionRuns actions, FinishRequests requests, TaskFinisher finisher, ServiceOptions options, TimeProvider time,
    ILogger logger)
    : IDisposable
{
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>The answer to the last poll may be on its way, with a task in it.</summary>
    static readonly TimeSpan LastAnswer = TimeSpan.FromSeconds(2);

    /// <summary>A task that could not be reported is still to be logged, and what it holds to be let go.</summary>
    static readonly TimeSpan LastWord = TimeSpan.FromSeconds(1);

    readonly SemaphoreSlim _slots = new(options.Slots);
    readonly List<ServiceTask> _late = [];
    bool _wasBusy = true;
    int _taken;

    /// <summary>Runs until the signal, then lets running tasks end for a while.</summary>
    public async Task RunAsync(CancellationToken signal)
    {
        // Not disposed: a task that does not end in time still holds their tokens.
        var stop = new CancellationTokenSource();
        var giveUp = new CancellationTokenSource();
        using var poll = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var _ = signal.Register(() => poll.CancelAfter(LastAnswer)).ConfigureAwait(false);
        try
        {
            await FetchAsync(poll.Token, stop.Token, giveUp.Token, signal).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (signal.IsCancellationRequested)
        {
            await DrainAsync(stop, giveUp).ConfigureAwait(false);
        }
    }

    public void Dispose() => _slots.Dispose();

    async Task FetchAsync(CancellationToken poll, CancellationToken stop, CancellationToken giveUp, CancellationToken signal)
    {
        var failures = 0;
        while (true)
        {
            // A slot first: whoever fetches a task must be able to run it.
            await _slots.WaitAsync(signal).ConfigureAwait(false);
            var pause = TimeSpan.Zero;
            var started = false;
            try
            {
                var polled = await queue.NextAsync(poll).ConfigureAwait(false);
                failures = 0;
                pause = polled.Next;
                started = polled.Task is not null && !signal.IsCancellationRequested;
                if (started)
                    _ = RunAsync(polled.Task!, polled.FirstHeartbeat, stop, giveUp);
                else if (polled.Task is { } late)
                    _late.Add(late);
                else
                    RestWhenIdle();
                _wasBusy |= started;
            }
            catch (Exception e)
            {
                signal.ThrowIfCancellationRequested();
                pause = Intervals.Backoff(++failures, LongestPause);
                logger.Write(
                    LogLevel.Warning, "could not fetch tasks; trying again",
                    ("error", e.Message), ("code", Failure.CodeOf(e).ToString()), ("failures", failures), ("pause", pause));
            }
            finally
            {
                if (!started)
                    _slots.Release();
            }
            signal.ThrowIfCancellationRequested();
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, time, signal).ConfigureAwait(false);
        }
    }

    /// <summary>There is nothing to do, and nothing runs: for the first time after a while of work.</summary>
    void RestWhenIdle()
    {
        // The one slot is that of the poll.
        if (!_wasBusy || _slots.CurrentCount < options.Slots - 1)
            return;
        _wasBusy = false;
        IdleMemory.Release();
    }

    async Task RunAsync(ServiceTask task, TimeSpan firstHeartbeat, CancellationToken stop, CancellationToken giveUp)
    {
        await runner.RunAsync(task, firstHeartbeat, stop, giveUp).ConfigureAwait(false);
        queue.Release(task);
        try
        {
            _slots.Release();
        }
        catch (ObjectDisposedException)
        {
            // It took longer than the process waits.
        }
    }

    async Task DrainAsync(CancellationTokenSource stop, CancellationTokenSource giveUp)
    {
        var running = options.Slots - _slots.CurrentCount;
        logger.Write(LogLevel.Information, "stopping", ("running_tasks", running), ("running_actions", actions.Running), ("grace", options.ShutdownGrace));
        Task left = Task.WhenAll(_late.Concat(queue.Drain()).Select(t => finisher.SendAsync(requests.ShuttingDown(t, begun: false), heartbeat: null, giveUp.Token)));
        using (var grace = new CancellationTokenSource(options.ShutdownGrace, time))
        {
            await WaitForSlotsAsync(grace.Token).ConfigureAwait(false);
            // Actions go on after the task that invoked them was answered.
            await actions.EndedAsync(grace.Token).ConfigureAwait(false);
        }
        await Task.WhenAll(stop.CancelAsync(), actions.StopAsync()).ConfigureAwait(false);
        using (var limit = new CancellationTokenSource(ServiceOptions.ReportLimit, time))
        {
            await WaitForSlotsAsync(limit.Token).ConfigureAwait(false);
            await actions.EndedAsync(limit.Token).ConfigureAwait(false);
            await left.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await giveUp.CancelAsync().ConfigureAwait(false);
        await left.ConfigureAwait(false);
        using (var limit = new CancellationTokenSource(LastWord, time))
            await WaitForSlotsAsync(limit.Token).ConfigureAwait(false);
        logger.Write(LogLevel.Information, "stopped", ("abandoned_tasks", options.Slots - _taken));
    }

    /// <summary>Waits until every slot is free, and keeps them all.</summary>
    async Task WaitForSlotsAsync(CancellationToken limit)
    {
        try
        {
            for (; _taken < options.Slots; _taken++)
                await _slots.WaitAsync(limit).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Some still run.
        }
    }
}
