using Baton.C1Z;
using Baton.Errors;

namespace Baton.Sync;

/// <summary>Works the stack of actions off. All it needs to go on later is in the stack and in the stored rows.</summary>
sealed class SyncLoop : IAsyncDisposable
{
    // As many listings are begun before the state is looked at again.
    const int ListingsPerTurn = 100;

    readonly ActionStack _stack = new();
    readonly SyncReport _report;
    readonly StepClock _clock;
    readonly RowWriter _rows;
    readonly ListingPool _listings;
    readonly Planner _planner;
    readonly Checkpoints _checkpoints;

    internal SyncLoop(SyncPlan plan, C1ZFile file, SyncReport report, StepClock clock, IGrantExpander? expander, int workers, TimeProvider time)
    {
        (_report, _clock) = (report, clock);
        _rows = new(file, report.Stored);
        var retrier = new Retrier(time, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)) { Waiting = report.Waiting };
        _listings = new(new(plan, report, retrier), workers, () => new(plan, _rows), time);
        _planner = new(plan, _stack, _rows, report, expander, _listings.FlushAsync, CheckpointIfDueAsync);
        _checkpoints = new(time, _rows, () => SyncToken.Write(plan, _stack, report.Total), _listings.FlushAsync);
    }

    /// <summary>Does everything, from the beginning.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
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

    /// <summary>Stores all rows, and the state behind them.</summary>
    internal ValueTask CheckpointAsync(CancellationToken cancellationToken) => _checkpoints.WriteAsync(cancellationToken);

    ValueTask CheckpointIfDueAsync(CancellationToken cancellationToken) =>
        _checkpoints.IsDue ? CheckpointAsync(cancellationToken) : ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _listings.Dispose();
        await _rows.DisposeAsync().ConfigureAwait(false);
    }

    Task ListAsync(CancellationToken cancellationToken) =>
        _listings.RunAsync(_stack.TopListings(ListingsPerTurn), () => _checkpoints.IsDue, _stack.Finish, cancellationToken);
}
