using System.Collections.Concurrent;
using Baton.C1Z;

namespace Baton.Sync;

/// <summary>
/// The only one who touches the database: batches are written one after the other, while the next ones are being filled. Whoever
/// brings a batch waits for the one before it, so that no more are in memory than there are listings at work.
/// </summary>
sealed class RowWriter(C1ZFile file, Action<SyncCounts> stored) : IAsyncDisposable
{
    readonly SemaphoreSlim _turn = new(1, 1);
    readonly ConcurrentBag<RowBatch>[] _free = [[], [], [], []];
    Task _writing = Task.CompletedTask;
    SyncCounts _total;

    internal RowBatch Rent(RowKind kind) => _free[(int)kind].TryTake(out var batch) ? batch : new(kind);

    /// <summary>Hands a batch over; the caller must not touch it again.</summary>
    internal async ValueTask WriteAsync(RowBatch batch, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _writing.ConfigureAwait(false); // a failed write fails every later one
            _writing = Task.Run(() => Put(batch), CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Uses the database when all that was handed over is written.</summary>
    internal async ValueTask<T> UseAsync<T>(Func<C1ZFile, T> use, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _writing.ConfigureAwait(false);
            return use(file);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc cref="UseAsync{T}"/>
    internal async ValueTask UseAsync(Action<C1ZFile> use, CancellationToken cancellationToken) =>
        await UseAsync(
            f =>
            {
                use(f);
                return true;
            },
            cancellationToken).ConfigureAwait(false);

    /// <summary>Waits for the last write, and gives the memory back. A failure of that write was or will be told to who needed it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var batches in _free)
        {
            while (batches.TryTake(out var batch))
                batch.Dispose();
        }
    }

    void Put(RowBatch batch)
    {
        file.Put(batch);
        _total = batch.Kind switch
        {
            RowKind.Resource => _total with { Resources = _total.Resources + batch.Count },
            RowKind.Entitlement => _total with { Entitlements = _total.Entitlements + batch.Count },
            RowKind.Grant => _total with { Grants = _total.Grants + batch.Count },
            _ => _total,
        };
        batch.Clear();
        _free[(int)batch.Kind].Add(batch);
        stored(_total);
    }
}
