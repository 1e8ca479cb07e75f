using Baton.C1Z;
using Baton.Logging;
using Baton.Sync;
using Microsoft.Extensions.Logging;

namespace Baton.Progress;

/// <summary>The end of a sync as lines of the log.</summary>
static class SummaryLog
{
    const int MaxWarnings = 25;

    public static void Write(ILogger logger, SyncSummary summary)
    {
        logger.Write(LogLevel.Information, "Synced resource types", ("count", summary.ResourceTypes.Count));
        foreach (var type in summary.ResourceTypes)
        {
            logger.Write(LogLevel.Information, "Synced resources", ("resource_type_id", type.Id), ("count", type.Stored.Resources));
            if (type.Stored.Entitlements > 0)
                logger.Write(LogLevel.Information, "Synced entitlements", ("resource_type_id", type.Id), ("count", type.Stored.Entitlements));
            if (type.Stored.Grants > 0)
                logger.Write(LogLevel.Information, "Synced grants", ("resource_type_id", type.Id), ("count", type.Stored.Grants));
        }
        var total = summary.Total;
        logger.Write(
            LogLevel.Information, "Sync complete.",
            ("sync_id", summary.SyncId), ("sync_type", summary.SyncType), ("duration_ms", (long)summary.Duration.TotalMilliseconds),
            ("resources", total.Resources), ("entitlements", total.Entitlements), ("grants", total.Grants),
            ("resources_skipped", summary.ResourcesSkipped), ("grants_dropped", summary.GrantsDropped), ("needs_expansion", summary.NeedsExpansion),
            ("expanded_grants", summary.ExpandedGrants),
            ("sync_step_durations_ms", summary.Durations.Select(static d => KeyValuePair.Create(d.Key.ToString(), (long)d.Value.TotalMilliseconds)).ToList()),
            ("connector_call_stats", summary.Calls.Select(static c => KeyValuePair.Create(c.Key, (object?)Fields(c.Value))).ToList()),
            ("warning_count", summary.Warnings.Count), ("warnings", summary.Warnings.Take(MaxWarnings).Select(static w => w.ToString()).ToList()));
        logger.Write(LogLevel.Information, "c1z: saved", ("output_path", summary.File), ("compressed_bytes", summary.FileBytes));
    }

    static KeyValuePair<string, long>[] Fields(CallStats calls) =>
    [
        new("count", calls.Count), new("total_ms", calls.TotalMs), new("max_ms", calls.MaxMs), new("errors", calls.Errors), new("timeouts", calls.Timeouts),
    ];
}
