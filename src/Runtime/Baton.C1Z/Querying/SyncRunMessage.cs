using Google.Protobuf.WellKnownTypes;

namespace Baton.C1Z;

/// <summary>A sync as the message that tools exchange.</summary>
public static class SyncRunMessage
{
    /// <summary>The message with times to the nanosecond, as the file has them.</summary>
    /// <param name="run">The sync.</param>
    /// <param name="stats">Its counts; null leaves them out.</param>
    public static Protocol.Reader.V2.SyncRun ToMessage(this SyncRun run, SyncStats? stats = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        var message = new Protocol.Reader.V2.SyncRun
        {
            Id = run.Id,
            StartedAt = Time(run.StartedAt, run.StartedNanoseconds),
            SyncToken = run.Token,
            SyncType = run.Type.Name,
            ParentSyncId = run.ParentSyncId,
        };
        if (run.EndedAt is { } ended)
            message.EndedAt = Time(ended, run.EndedNanoseconds);
        if (stats is not null)
            message.Stats = Stats(stats);
        return message;
    }

    static Timestamp Time(DateTimeOffset time, int rest)
    {
        var timestamp = Timestamp.FromDateTimeOffset(time);
        timestamp.Nanos += rest;
        return timestamp;
    }

    static Protocol.Reader.V2.SyncStats Stats(SyncStats stats)
    {
        var message = new Protocol.Reader.V2.SyncStats
        {
            ResourceTypes = stats.ResourceTypes,
            Resources = stats.Resources,
            Entitlements = stats.Entitlements,
            Grants = stats.Grants,
            Assets = stats.Assets,
        };
        Copy(stats.ResourcesByResourceType, message.ResourcesByResourceType);
        Copy(stats.GrantsByResourceType, message.GrantsByResourceType);
        Copy(stats.EntitlementsByResourceType, message.EntitlementsByResourceType);
        Copy(stats.StepDurationsMs, message.StepDurationsMs);
        Copy(stats.ConnectorCallStats, message.ConnectorCallStats);
        Copy(stats.SessionStoreStats, message.SessionStoreStats);
        return message;
    }

    static void Copy(IReadOnlyDictionary<string, long> from, IDictionary<string, long> to)
    {
        foreach (var (name, value) in from)
            to[name] = value;
    }

    static void Copy(IReadOnlyDictionary<string, CallStats> from, IDictionary<string, Protocol.Reader.V2.CallStat> to)
    {
        foreach (var (name, value) in from)
            to[name] = new() { Count = value.Count, TotalMs = value.TotalMs, MaxMs = value.MaxMs, Errors = value.Errors, Timeouts = value.Timeouts };
    }
}
