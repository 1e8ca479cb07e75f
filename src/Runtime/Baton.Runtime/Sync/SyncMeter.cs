using System.Diagnostics.Metrics;

namespace Baton.Sync;

/// <summary>What syncs measure, for whoever listens to the meter <c>Baton.Sync</c>; nothing happens while nobody does.</summary>
static class SyncMeter
{
    static readonly Meter Meter = new("Baton.Sync");

    static readonly Histogram<double> CallTimes = Meter.CreateHistogram<double>("baton.sync.call.duration", "s", "Calls of the connector");
    static readonly Histogram<double> Waits = Meter.CreateHistogram<double>("baton.sync.wait.duration", "s", "Waits before another try");
    static readonly Histogram<double> Checkpoints = Meter.CreateHistogram<double>("baton.sync.checkpoint.duration", "s", "Times to store the state of a sync");
    static readonly Counter<long> Pages = Meter.CreateCounter<long>("baton.sync.pages", "{page}", "Pages that the connector answered");
    static readonly Counter<long> Failures = Meter.CreateCounter<long>("baton.sync.call.failures", "{call}", "Calls of the connector that failed");
    static readonly Counter<long> Retries = Meter.CreateCounter<long>("baton.sync.retries", "{try}", "Calls and requests that were made again");
    static readonly Counter<long> Rows = Meter.CreateCounter<long>("baton.sync.rows", "{row}", "Rows that were stored");

    internal static void Called(string method, string resourceType, TimeSpan duration, ErrorCode? failure)
    {
        if (CallTimes.Enabled)
            CallTimes.Record(duration.TotalSeconds, new("method", method), new("resource_type", resourceType));
        if (failure is not { } code)
            Pages.Add(1, new("method", method), new("resource_type", resourceType));
        else
            Failures.Add(1, new("method", method), new("resource_type", resourceType), new("code", code.ToString()));
    }

    /// <summary>A wait before another try.</summary>
    internal static void Waited(string reason, string? resourceType, TimeSpan pause)
    {
        if (Waits.Enabled)
            Waits.Record(pause.TotalSeconds, new("reason", reason), new("resource_type", resourceType));
        Retries.Add(1, new("reason", reason), new("resource_type", resourceType));
    }

    internal static void Checkpointed(TimeSpan duration) => Checkpoints.Record(duration.TotalSeconds);

    internal static void Stored(SyncCounts more)
    {
        if (!Rows.Enabled)
            return;
        Add("resource", more.Resources);
        Add("entitlement", more.Entitlements);
        Add("grant", more.Grants);

        static void Add(string kind, long count)
        {
            if (count > 0)
                Rows.Add(count, new KeyValuePair<string, object?>("kind", kind));
        }
    }
}
