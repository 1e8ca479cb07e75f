using Baton.C1Z;

namespace Baton.Sync;

/// <summary>
/// How often what was done in a sync, and how long it took, under the names of the Go engine; also of the runs before this one. Whoever listens to
/// the meter <c>Baton.Sync</c> gets the same as it happens.
/// </summary>
sealed class SyncStatistics
{
    readonly Lock _lock = new();
    readonly Dictionary<string, long> _waitedUntil = [];
    readonly SortedDictionary<string, CallStats> _calls = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, long> _steps = new(StringComparer.Ordinal);

    /// <summary>Calls by method, also with the resource type behind a colon, and waits.</summary>
    internal IReadOnlyDictionary<string, CallStats> Calls
    {
        get
        {
            lock (_lock)
                return new SortedDictionary<string, CallStats>(_calls, StringComparer.Ordinal);
        }
    }

    /// <summary>Milliseconds of each step that has ended.</summary>
    internal IReadOnlyDictionary<string, long> Steps
    {
        get
        {
            lock (_lock)
                return new SortedDictionary<string, long>(_steps, StringComparer.Ordinal);
        }
    }

    /// <summary>Adds what earlier runs measured.</summary>
    internal void Restore(SyncState state)
    {
        lock (_lock)
        {
            foreach (var (name, calls) in state.Calls)
                _calls[name] = calls;
            foreach (var (name, milliseconds) in state.Steps)
                _steps[name] = milliseconds;
        }
    }

    /// <summary>Adds a call of the connector.</summary>
    internal void Add(string method, string resourceType, TimeSpan duration, ErrorCode? failure)
    {
        SyncMeter.Called(method, resourceType, duration, failure);
        lock (_lock)
        {
            Add(method, duration, failure);
            Add($"{method}:{resourceType}", duration, failure);
        }
    }

    /// <summary>Adds a checkpoint.</summary>
    internal void AddCheckpoint(TimeSpan duration)
    {
        SyncMeter.Checkpointed(duration);
        lock (_lock)
            Add("checkpoint", duration, null);
    }

    /// <summary>Adds a wait before another try.</summary>
    internal void AddWait(TimeSpan pause, string? resourceType)
    {
        SyncMeter.Waited("failure", resourceType, pause);
        lock (_lock)
        {
            Add("retry_wait", pause, null);
            if (resourceType is not null)
                Add($"retry_wait:{resourceType}", pause, null);
        }
    }

    /// <summary>Adds a wait for the source's limit, which several workers may share: besides what each waits, the time that passes meanwhile.</summary>
    internal void AddLimitWait(TimeSpan pause, string? resourceType, TimeProvider time)
    {
        SyncMeter.Waited("rate_limit", resourceType, pause);
        lock (_lock)
        {
            Add("");
            if (resourceType is not null)
                Add(":" + resourceType);
        }

        void Add(string suffix)
        {
            var now = time.GetTimestamp();
            var end = now + (long)(pause.TotalSeconds * time.TimestampFrequency);
            var from = Math.Max(now, _waitedUntil.GetValueOrDefault(suffix, now));
            this.Add("rate_limit_wait" + suffix, pause, null);
            this.Add("rate_limit_wait_wall" + suffix, end > from ? time.GetElapsedTime(from, end) : TimeSpan.Zero, null);
            _waitedUntil[suffix] = Math.Max(end, from);
        }
    }

    internal void AddStep(string step, TimeSpan duration)
    {
        lock (_lock)
            _steps[step] = _steps.GetValueOrDefault(step) + (long)duration.TotalMilliseconds;
    }

    void Add(string name, TimeSpan duration, ErrorCode? failure)
    {
        var milliseconds = (long)duration.TotalMilliseconds;
        var so = _calls.GetValueOrDefault(name) ?? new(0, 0, 0, 0, 0);
        _calls[name] = new(
            so.Count + 1, so.TotalMs + milliseconds, Math.Max(so.MaxMs, milliseconds),
            so.Errors + (failure is null ? 0 : 1), so.Timeouts + (failure == ErrorCode.DeadlineExceeded ? 1 : 0));
    }
}
