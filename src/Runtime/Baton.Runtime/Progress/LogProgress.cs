using Baton.Logging;
using Baton.Sync;
using Microsoft.Extensions.Logging;

namespace Baton.Progress;

/// <summary>Progress as lines of the log: when a stage begins and ends, and every few seconds between.</summary>
sealed class LogProgress(ILogger logger, TimeProvider time) : ISyncProgress
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    SyncStep _step;
    SyncCounts _total;
    long _lastLine = time.GetTimestamp();

    /// <inheritdoc/>
    public void StepStarted(SyncStep step)
    {
        _step = step;
        _lastLine = time.GetTimestamp();
        if (Verb(step) is { } text)
            logger.Write(LogLevel.Information, $"{text}...");
    }

    /// <inheritdoc/>
    public void StepFinished(SyncStep step, TimeSpan duration) =>
        logger.Write(LogLevel.Debug, "Finished step", ("step", step.ToString()), ("duration_ms", (long)duration.TotalMilliseconds));

    /// <inheritdoc/>
    public void Listing(string resourceTypeId) => logger.Write(LogLevel.Debug, "Listing", ("resource_type_id", resourceTypeId));

    /// <inheritdoc/>
    public void Stored(SyncCounts total)
    {
        _total = total;
        if (!IsDue())
            return;
        logger.Write(
            LogLevel.Information, Verb(_step) ?? "Syncing", ("resources", _total.Resources), ("entitlements", _total.Entitlements), ("grants", _total.Grants));
    }

    /// <inheritdoc/>
    public void Asked(AskedFor what, string resourceTypeId, long done, long total)
    {
        if (!IsDue())
            return;
        logger.Write(
            LogLevel.Information, what == AskedFor.Grants ? "Syncing grants" : "Syncing entitlements",
            ("resource_type_id", resourceTypeId), ("synced", done), ("total", total), ("percent_complete", Format.Percent(done, total)));
    }

    /// <inheritdoc/>
    public void Expanding(int done, int total, long grants)
    {
        if (IsDue())
            logger.Write(LogLevel.Information, "Expanding grants", ("actions_remaining", total - done), ("expanded_grants", grants));
    }

    /// <inheritdoc/>
    public void Warning(string text)
    {
        // The engine logs it.
    }

    /// <inheritdoc/>
    public void Waiting(TimeSpan pause, int attempt, string reason)
    {
        // The engine logs it.
    }

    bool IsDue()
    {
        if (time.GetElapsedTime(_lastLine) < Interval)
            return false;
        _lastLine = time.GetTimestamp();
        return true;
    }

    static string? Verb(SyncStep step) => step switch
    {
        SyncStep.ResourceTypes => "Syncing resource types",
        SyncStep.Resources => "Syncing resources",
        SyncStep.Grants => "Syncing grants",
        SyncStep.Expansion => "Expanding grants",
        _ => null,
    };
}
