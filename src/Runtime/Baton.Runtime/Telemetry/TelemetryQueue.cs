namespace Baton.Telemetry;

/// <summary>Encoded spans or log records that wait to be sent; bounded in number and bytes, and what comes when it is full is dropped and counted.</summary>
sealed class TelemetryQueue
{
    internal const int MaxItems = 4096;

    const int MaxBytes = 8 << 20;
    const int MaxBatch = 512;
    const int MaxBatchBytes = 1 << 20;

    readonly Lock _lock = new();
    readonly Queue<byte[]> _items = [];
    long _bytes;
    long _dropped;

    internal void Add(byte[] item)
    {
        lock (_lock)
        {
            if (_items.Count >= MaxItems || _bytes + item.Length > MaxBytes)
            {
                _dropped++;
                return;
            }
            _items.Enqueue(item);
            _bytes += item.Length;
        }
    }

    /// <summary>Takes the next ones; none when it is empty.</summary>
    internal IReadOnlyList<byte[]> Take()
    {
        var batch = new List<byte[]>();
        var bytes = 0;
        lock (_lock)
        {
            while (batch.Count < MaxBatch && bytes < MaxBatchBytes && _items.TryDequeue(out var item))
            {
                batch.Add(item);
                bytes += item.Length;
                _bytes -= item.Length;
            }
        }
        return batch;
    }

    /// <summary>Counts what could not be sent.</summary>
    internal void Lost(int count)
    {
        lock (_lock)
            _dropped += count;
    }

    /// <summary>How many were dropped since this was asked last.</summary>
    internal long TakeDropped()
    {
        lock (_lock)
        {
            var dropped = _dropped;
            _dropped = 0;
            return dropped;
        }
    }
}
