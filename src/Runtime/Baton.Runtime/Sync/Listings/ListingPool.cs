namespace Baton.Sync;

/// <summary>
/// Carries out listings of the same kind, several at a time when more than one worker is allowed. Each worker fills its own rows.
/// </summary>
sealed class ListingPool : IDisposable
{
    // How long listings that do not heed the cancellation may hold up the end of the program.
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    readonly Listing _listing;
    readonly TimeProvider _time;
    readonly ListingOutput[] _outputs;
    bool _abandoned;

    internal ListingPool(Listing listing, int workers, Func<ListingOutput> output, TimeProvider time)
    {
        (_listing, _time) = (listing, time);
        _outputs = new ListingOutput[workers];
        for (var i = 0; i < workers; i++)
            _outputs[i] = output();
    }

    /// <summary>Carries out the listings.</summary>
    /// <param name="actions">The listings, in the order in which to begin them.</param>
    /// <param name="pause">When true, no further page is asked for.</param>
    /// <param name="finished">Hears of each listing that has ended, in the order of <paramref name="actions"/>.</param>
    /// <param name="cancellationToken">Stops the listings.</param>
    /// <exception cref="ConnectorException">A listing failed; the others were stopped.</exception>
    internal async Task RunAsync(
        IReadOnlyList<SyncAction> actions, Func<bool> pause, Action<SyncAction> finished, CancellationToken cancellationToken)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ended = new bool[actions.Count];
        var next = -1;

        async Task WorkAsync(ListingOutput output)
        {
            try
            {
                for (int i; !pause() && (i = Interlocked.Increment(ref next)) < actions.Count;)
                {
                    stop.Token.ThrowIfCancellationRequested();
                    ended[i] = await _listing.RunAsync(actions[i], output, pause, stop.Token).ConfigureAwait(false);
                }
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }

        var workers = _outputs.Take(actions.Count).Select(o => Task.Run(() => WorkAsync(o), CancellationToken.None)).ToArray();
        await EndAsync(workers, cancellationToken).ConfigureAwait(false);
        stop.Dispose(); // not while an abandoned listing holds it
        for (var i = 0; i < ended.Length; i++)
        {
            if (ended[i])
                finished(actions[i]);
        }
        cancellationToken.ThrowIfCancellationRequested();
        ThrowFailures(workers);
    }

    /// <summary>Hands over all rows; not while listings run.</summary>
    internal async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var output in _outputs)
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        // An abandoned listing may still write to its output: its memory is left to the garbage collector.
        if (_abandoned)
            return;
        foreach (var output in _outputs)
            output.Dispose();
    }

    async Task EndAsync(Task[] workers, CancellationToken cancellationToken)
    {
        var all = Task.WhenAll(workers);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.UnsafeRegister(static s => ((TaskCompletionSource)s!).TrySetResult(), cancelled);
        await Task.WhenAny(all, cancelled.Task).ConfigureAwait(false);
        if (all.IsCompleted)
            return;
        await Task.WhenAny(all, Task.Delay(Grace, _time, CancellationToken.None)).ConfigureAwait(false);
        if (all.IsCompleted)
            return;
        _abandoned = true;
        _ = all.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        throw new OperationCanceledException("The sync was cancelled; a listing did not end in time and was left behind.", cancellationToken);
    }

    static void ThrowFailures(Task[] workers)
    {
        var failures = workers.Where(static w => w.IsFaulted).SelectMany(static w => w.Exception!.InnerExceptions)
            .Where(static e => e is not OperationCanceledException).ToList();
        if (failures.Count == 1)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failures[0]);
        if (failures.Count > 1)
        {
            var first = failures[0];
            throw new ConnectorException(
                Errors.Failure.CodeOf(first), string.Join("\n", failures.Select(static f => f.Message).Distinct()), new AggregateException(failures));
        }
    }
}
