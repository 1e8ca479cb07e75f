using Baton.C1Z;

namespace Baton.Sync;

/// <summary>Collects the rows of one table, and hands them over when they are many.</summary>
sealed class RowBuffer(RowKind kind, RowWriter writer) : IDisposable
{
    // Large enough that the cost of a transaction does not count, small enough that memory does not.
    const int MaxRows = 4096;
    const int MaxBytes = 1 << 20;

    internal RowBatch Batch { get; private set; } = writer.Rent(kind);

    internal bool IsFull => Batch.Count >= MaxRows || Batch.ByteCount >= MaxBytes;

    internal ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (Batch.Count == 0)
            return ValueTask.CompletedTask;
        var full = Batch;
        Batch = writer.Rent(kind);
        return writer.WriteAsync(full, cancellationToken);
    }

    public void Dispose() => Batch.Dispose();
}
