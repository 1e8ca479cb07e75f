using System.Runtime.ExceptionServices;

namespace Baton.Sync;

/// <summary>Carries out listings of the same kind, several at a time when there are several workers.</summary>
sealed class ListingPool(Listing listing, IReadOnlyList<ListingWorker> workers, TimeProvider time) : IDisposable
{
    // How long listings that do not heed the cancellation may hold up the end of the program.
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Carries out the listings.</summary>
    /// <param name="actions">The listings, in the order in which to begin them.</param>
    /// <param name="cancellationToken">Stops the listings.</param>
    /// <exception cref="ConnectorException">A listing failed; the others were stopped.</exception>
    internal async Task RunAsync(IReadOnlyList<SyncAction> actions, CancellationToken cancellationToken)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = -1;

        async Task WorkAsync(ListingWorker worker)
        {
            try
            {
                for (int i; (i = Interlocked.Increment(ref next)) < actions.Count;)
                {
                    stop.Token.ThrowIfCancellationRequested();
                    await listing.RunAsync(actions[i], worker, stop.Token).ConfigureAwait(false);
                }
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }

        var running = workers.Take(actions.Count).Select(w => Task.Run(() => WorkAsync(w), CancellationToken.None)).ToArray();
        await EndAsync(running, cancellationToken).ConfigureAwait(false);
        stop.Dispose(); // not while an abandoned listing holds it
        cancellationToken.ThrowIfCancellationRequested();
        ThrowFailures(running);
    }

    public void Dispose()
    {
        foreach (var worker in workers)
            worker.Dispose();
    }

    async Task EndAsync(Task[] running, CancellationToken cancellationToken)
    {
        var all = Task.WhenAll(running);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.UnsafeRegister(static s => ((TaskCompletionSource)s!).TrySetResult(), cancelled);
        await Task.WhenAny(all, cancelled.Task).ConfigureAwait(false);
        if (all.IsCompleted)
            return;
        await Task.WhenAny(all, Task.Delay(Grace, time, CancellationToken.None)).ConfigureAwait(false);
        if (all.IsCompleted)
            return;
        for (var i = 0; i < running.Length; i++)
            workers[i].IsAbandoned = !running[i].IsCompleted;
        _ = all.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        throw new OperationCanceledException("The sync was cancelled; a listing did not end in time and was left behind.", cancellationToken);
    }

    static void ThrowFailures(Task[] running)
    {
        var failures = running.Where(static w => w.IsFaulted).SelectMany(static w => w.Exception!.InnerExceptions)
            .Where(static e => e is not OperationCanceledException).ToList();
        if (failures.Count == 1)
            ExceptionDispatchInfo.Throw(failures[0]);
        if (failures.Count > 1)
        {
            var first = failures[0];
            throw new ConnectorException(
                Errors.Failure.CodeOf(first), string.Join("\n", failures.Select(static f => f.Message).Distinct()), new AggregateException(failures));
        }
    }
}
