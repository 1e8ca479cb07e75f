namespace Baton.Sync;

/// <summary>Writes the state of the sync into the file: every so often, and when it matters.</summary>
sealed class Checkpoints(TimeProvider time, RowWriter rows, Func<string> token, Func<CancellationToken, ValueTask> flush)
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    long _last = time.GetTimestamp();

    internal bool IsDue => time.GetElapsedTime(_last) >= Interval;

    /// <summary>Writes the state behind the rows that it speaks of; not while listings run.</summary>
    internal async ValueTask WriteAsync(CancellationToken cancellationToken)
    {
        await flush(cancellationToken).ConfigureAwait(false);
        var state = token();
        await rows.UseAsync(f => f.Checkpoint(state), cancellationToken).ConfigureAwait(false);
        _last = time.GetTimestamp();
    }
}
