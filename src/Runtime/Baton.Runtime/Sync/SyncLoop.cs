using Baton.C1Z;
using Baton.Errors;
using Baton.External;

namespace Baton.Sync;

/// <summary>Works the stack of actions off. All it needs to go on later is in the stack and in the stored rows.</summary>
sealed class SyncLoop : IAsyncDisposable
{
    // As many listings are begun before the state is looked at again.
    const int ListingsPerTurn = 100;

    readonly ActionStack _stack;
    readonly bool _isResumed;
    readonly SyncReport _report;
    readonly StepClock _clock;
    readonly RowWriter _rows;
    readonly IReadOnlyList<ListingWorker> _workers;
    readonly ListingPool _listings;
    readonly Planner _planner;
    readonly Checkpoints _checkpoints;

    internal SyncLoop(
        SyncPlan plan, C1ZFile file, SyncReport report, StepClock clock, IGrantExpander? expander, ExternalStage? external, SyncOptions options,
        SyncState? state)
    {
        var time = options.TimeProvider;
        (_report, _clock, _isResumed) = (report, clock, state is not null);
        _stack = new(state);
        _rows = new(file, report.Stored);
        _workers = [.. Enumerable.Range(0, WorkerCount(options.Workers)).Select(_ => new ListingWorker(new(plan, _rows), time.GetTimestamp()))];
        var settled = new Tally();
        if (state is not null)
        {
            state.Counted.AddTo(settled);
            report.Add(state.Counted);
            report.Statistics.Restore(state);
        }
        _checkpoints = new(time, options.CheckpointInterval, _rows, plan, _stack, settled, report.Statistics);
        var retrier = new Retrier(time, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)) { Waiting = report.Waiting };
        _listings = new(new(plan, report, retrier, _checkpoints, time), _workers, time);
        _planner = new(plan, _stack, _rows, report, expander, external, SettleAsync, CheckpointIfDueAsync);
    }

    /// <summary>Does everything that is to be done.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!_isResumed)
            _stack.Push(new() { Operation = SyncOp.Init });
        while (_stack.Top is { } action)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _clock.Enter(SyncOp.StepOf(action.Operation));
            if (action.IsListing)
                await ListAsync(cancellationToken).ConfigureAwait(false);
            else
                await _planner.RunAsync(action, cancellationToken).ConfigureAwait(false);
            WarningLimit.Check(_report.Total.NotFound, _stack.Finished + _report.Total.ResourceActions);
            if (_checkpoints.IsDue || action.Operation == SyncOp.Init)
                await CheckpointAsync(cancellationToken).ConfigureAwait(false);
        }
        await CheckpointAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores all rows, and the state behind them; not while listings run.</summary>
    internal ValueTask CheckpointAsync(CancellationToken cancellationToken) => _checkpoints.WriteAsync(_workers, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _listings.Dispose();
        await _rows.DisposeAsync().ConfigureAwait(false);
    }

    async Task ListAsync(CancellationToken cancellationToken)
    {
        var listings = _stack.TopListings(ListingsPerTurn);
        try
        {
            await _listings.RunAsync(listings, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Whatever happened to the others, these need not be done again.
            foreach (var listing in listings.Where(static l => l.HasEnded))
                _stack.Finish(listing);
        }
    }

    ValueTask SettleAsync(CancellationToken cancellationToken) => _checkpoints.SettleAsync(_workers, cancellationToken);

    ValueTask CheckpointIfDueAsync(CancellationToken cancellationToken) =>
        _checkpoints.IsDue ? CheckpointAsync(cancellationToken) : ValueTask.CompletedTask;

    static int WorkerCount(int workers) => workers switch
    {
        0 => 1,
        < 0 => Math.Min(Environment.ProcessorCount, 4),
        _ => workers,
    };
}
