namespace Baton.Sync;

/// <summary>
/// Writes the state of the sync into the file, never ahead of the rows that it speaks of: every so often after a page, each worker for
/// itself, and for all when it matters.
/// </summary>
sealed class Checkpoints(
    TimeProvider time, TimeSpan interval, RowWriter rows, SyncPlan plan, ActionStack stack, Tally settled, SyncStatistics statistics)
{
    readonly Lock _gate = new();

    long _last = time.GetTimestamp();

    internal bool IsDue => time.GetElapsedTime(_last) >= interval;

    /// <summary>Writes the state when the worker's rows have not been stored for a while.</summary>
    internal ValueTask AfterPageAsync(ListingWorker worker, CancellationToken cancellationToken) =>
        time.GetElapsedTime(worker.SettledAt) >= interval ? WriteAsync([worker], cancellationToken) : ValueTask.CompletedTask;

    /// <summary>Writes the state; of listings that run in other workers the one that they noted last.</summary>
    internal async ValueTask WriteAsync(IReadOnlyList<ListingWorker> workers, CancellationToken cancellationToken)
    {
        using var span = SyncTrace.Checkpoint();
        var began = time.GetTimestamp();
        await SettleAsync(workers, cancellationToken).ConfigureAwait(false);
        await rows.UseAsync(f => f.Checkpoint(Token()), cancellationToken).ConfigureAwait(false);
        _last = time.GetTimestamp();
        statistics.AddCheckpoint(time.GetElapsedTime(began, _last));
    }

    /// <summary>Hands over the rows of workers that are between two pages.</summary>
    internal async ValueTask SettleAsync(IReadOnlyList<ListingWorker> workers, CancellationToken cancellationToken)
    {
        foreach (var worker in workers)
        {
            if (worker.IsAbandoned)
                continue;
            await worker.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            // What is handed over is written before any state that is written later.
            lock (_gate)
                worker.Settle(settled, time.GetTimestamp());
        }
    }

    string Token()
    {
        lock (_gate)
            return SyncToken.Write(plan, stack, settled, statistics);
    }
}
