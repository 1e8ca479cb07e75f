using System.Diagnostics.Metrics;
using Baton.C1Z;

namespace Baton.Sync;

/// <summary>
/// How often what was done in a sync, and how long it took, under the names of the Go engine; also of the runs before this one. Whoever listens to
/// the meter <c>Baton.Sync</c> gets the same as it happens.
/// </summary>
sealed class SyncStatistics
{
    internal const string Checkpoint = "checkpoint";

    static readonly Meter Meter = new("Baton.Sync");
    static readonly Histogram<double> CallTimes = Meter.CreateHistogram<double>("baton.sync.call.duration", "s", "Calls of the connector, and waits");
    static readonly Counter<long> Failures = Meter.CreateCounter<long>("baton.sync.call.failures", "{call}", "Calls of the connector that failed");

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
        Measure(method, resourceType, duration);
        if (failure is { } code)
            Failures.Add(1, new("method", method), new("resource_type", resourceType), new("code", code.ToString()));
        lock (_lock)
        {
            Add(method, duration, failure);
            Add($"{method}:{resourceType}", duration, failure);
        }
    }

    /// <summary>Adds something that is no call.</summary>
    internal void Add(string what, TimeSpan duration)
    {
        Measure(what, null, duration);
        lock (_lock)
            Add(what, duration, null);
    }

    /// <summary>Adds a wait before another try.</summary>
    internal void AddWait(string what, TimeSpan pause, string? resourceType)
    {
        Measure(what, resourceType, pause);
        lock (_lock)
        {
            Add(what, pause, null);
            if (resourceType is not null)
                Add($"{what}:{resourceType}", pause, null);
        }
    }

    /// <summary>Adds a wait for the source's limit, which several workers may share: besides what each waits, the time that passes meanwhile.</summary>
    internal void AddLimitWait(TimeSpan pause, string? resourceType, TimeProvider time)
    {
        Measure("rate_limit_wait", resourceType, pause);
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

    static void Measure(string method, string? resourceType, TimeSpan duration)
    {
        if (CallTimes.Enabled)
            CallTimes.Record(duration.TotalSeconds, new("method", method), new("resource_type", resourceType));
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
