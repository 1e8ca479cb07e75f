using Baton.C1Z;

namespace Baton.Sync;

/// <summary>Collects the rows of one table, and hands them over when they are many.</summary>
sealed class RowBuffer(RowKind kind, RowWriter writer) : IDisposable
{
    // Large enough that the cost of a transaction does not count, small enough that memory does not: buffers have 2 MiB.
    const int MaxRows = 8192;
    const int MaxBytes = (2 << 20) - (64 << 10);

    // Rows behind these belong to a page that is not complete.
    int _complete;

    internal RowBatch Batch { get; private set; } = writer.Rent(kind);

    internal bool IsFull => Batch.Count >= MaxRows || Batch.ByteCount >= MaxBytes;

    /// <summary>Notes that the page is complete.</summary>
    internal void Complete() => _complete = Batch.Count;

    /// <summary>Drops what an incomplete page left, as far as it was not handed over.</summary>
    internal void Rewind() => Batch.Truncate(_complete);

    /// <summary>Hands the rows over. When that is cancelled, they are still here: a checkpoint hands them over before it says that they are stored.</summary>
    internal ValueTask FlushAsync(CancellationToken cancellationToken) =>
        Batch.Count == 0 ? ValueTask.CompletedTask : HandOverAsync(cancellationToken);

    async ValueTask HandOverAsync(CancellationToken cancellationToken)
    {
        await writer.WriteAsync(Batch, cancellationToken).ConfigureAwait(false);
        (Batch, _complete) = (writer.Rent(kind), 0);
    }

    public void Dispose() => Batch.Dispose();
}
