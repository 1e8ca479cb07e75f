namespace Baton.Sync;

/// <summary>One of those who carry out listings: its rows, and the listings that got ahead of the rows that are stored.</summary>
sealed class ListingWorker(ListingOutput output, long now) : IDisposable
{
    readonly List<SyncAction> _moved = [];
    readonly Tally _counted = new();

    internal ListingOutput Output => output;

    /// <summary>When its rows were stored last.</summary>
    internal long SettledAt { get; private set; } = now;

    /// <summary>Its listing did not heed the end of the sync, and may still be at work: its rows must not be touched.</summary>
    internal bool IsAbandoned { get; set; }

    /// <summary>Notes that the page at hand is complete.</summary>
    internal void Moved(SyncAction action)
    {
        if (_moved.Count == 0 || _moved[^1] != action)
            _moved.Add(action);
        output.Page.AddTo(_counted);
    }

    /// <summary>Notes that all rows are stored.</summary>
    /// <param name="total">Receives what was counted with them.</param>
    /// <param name="timestamp">The time.</param>
    internal void Settle(Tally total, long timestamp)
    {
        foreach (var action in _moved)
            action.Settle();
        _moved.Clear();
        _counted.AddTo(total);
        _counted.Clear();
        SettledAt = timestamp;
    }

    public void Dispose()
    {
        // What is abandoned may still write: its memory is left to the garbage collector.
        if (!IsAbandoned)
            output.Dispose();
    }
}
