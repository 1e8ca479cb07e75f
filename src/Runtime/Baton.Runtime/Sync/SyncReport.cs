using Baton.C1Z;
using Baton.Logging;
using Microsoft.Extensions.Logging;

namespace Baton.Sync;

/// <summary>Gathers what the listings count, and tells it to the log and the progress display, one thing at a time.</summary>
sealed class SyncReport
{
    static readonly TimeSpan Slow = TimeSpan.FromMinutes(1);

    readonly Lock _lock = new();
    readonly ISyncProgress _progress;
    readonly ILogger _logger;
    readonly TimeProvider _time;
    string? _listed;
    SyncCounts _stored;

    internal SyncReport(ISyncProgress progress, ILogger logger, TimeProvider time)
    {
        (_progress, _logger, _time) = (progress, logger, time);
        Total = new() { Warnings = new() { Kept = Tell } };
        Reach = new(Advanced);
    }

    /// <summary>What the whole sync counted so far; read it while no listing runs.</summary>
    internal Tally Total { get; }

    /// <summary>How far the questions about single resources are.</summary>
    internal Reach Reach { get; }

    /// <summary>How long things took, and how often they were done.</summary>
    internal SyncStatistics Statistics { get; } = new();

    /// <summary>A call of the connector has ended.</summary>
    internal void Called(ListingCall call, TimeSpan duration, ErrorCode? failure)
    {
        Statistics.Add(call.Method, call.Type.Id, duration, failure);
        if (duration > Slow)
            _logger.LogWarning("{Call} took {Duration}", call.Name, duration);
    }

    /// <summary>Adds a complete page.</summary>
    internal void Add(Tally page)
    {
        lock (_lock)
            page.AddTo(Total);
    }

    internal void Warn(WarningKey key)
    {
        lock (_lock)
            Total.Warnings.Add(key);
    }

    /// <summary>Principals of another file were copied, and grants that ask for them became grants to them.</summary>
    internal void ExternalTaken(long resources, long entitlements, long grants, long replaced, long made) => _logger.LogInformation(
        "Synced external resources: {Resources} resources, {Entitlements} entitlements, {Grants} grants; {Replaced} grants that ask for them became {Made}",
        resources, entitlements, grants, replaced, made);

    /// <summary>A grant stands for holders of an entitlement that the principal it was matched with does not have.</summary>
    internal void ExternalEntitlementMissing(string entitlementId, string grantId)
    {
        lock (_lock)
            Total.Warnings.Add(new(WarningKind.ExternalEntitlementMissing, ""), (entitlementId, grantId), static e => $"{e.grantId}: {e.entitlementId}");
    }

    /// <summary>Rows contradict each other: one line in the log, however many there are.</summary>
    internal void Violated(InvariantViolation violation)
    {
        _logger.Write(
            violation.IsHard ? LogLevel.Error : LogLevel.Warning, "ingest invariant violated",
            ("invariant", violation.Id), ("severity", InvariantToken.SeverityOf(violation)), ("violation", violation.Text),
            ("count", violation.Count), ("examples", violation.Examples));
        lock (_lock)
        {
            var key = new WarningKey(WarningKind.Invariant, $"{violation.Id}: {violation.Text}");
            Total.Warnings.AddTold(key, violation.Count, violation.Examples);
            foreach (var example in violation.Examples)
                _progress.Warning($"{key}: {example}");
        }
    }

    /// <summary>The graph of entitlements is known.</summary>
    internal void ExpansionLoaded(int edges, DroppedEdges dropped)
    {
        _logger.LogInformation("Finished loading entitlement graph: {Edges} edges", edges);
        if (dropped.Count == 0)
            return;
        lock (_lock)
            Total.Warnings.Add(new(WarningKind.ExpansionDangling, ""), dropped.Count, dropped.Examples);
    }

    /// <summary>Entitlements give each other in a circle: nothing is passed on inside of it, and much to all of it.</summary>
    internal void CycleFound(IReadOnlyList<string> entitlements)
    {
        if (entitlements.Count > 0)
        {
            _logger.Write(
                LogLevel.Warning, "cycle detected in entitlement graph", ("entitlements", entitlements.Count),
                ("examples", entitlements.Take(SyncWarning.MaxExamples).ToList()));
        }
    }

    /// <summary>So many entitlements are expanded, and so many grants were added.</summary>
    internal void Expanding(int done, int total, long grants)
    {
        lock (_lock)
            _progress.Expanding(done, total, grants);
    }

    /// <summary>All are expanded.</summary>
    internal void Expanded(long grants)
    {
        _logger.LogInformation("Expanded grants: {Grants} added", grants);
        Total.Expanded = grants;
    }

    internal void Listing(string resourceType)
    {
        lock (_lock)
        {
            if (_listed == resourceType)
                return;
            _listed = resourceType;
            _progress.Listing(resourceType);
        }
    }

    internal void Stored(SyncCounts total)
    {
        lock (_lock)
        {
            SyncMeter.Stored(new(total.Resources - _stored.Resources, total.Entitlements - _stored.Entitlements, total.Grants - _stored.Grants));
            _stored = total;
            _progress.Stored(total);
        }
    }

    internal void Waiting(TimeSpan pause, int attempt, ConnectorException failure, string? resourceType = null)
    {
        _logger.LogWarning("Trying again in {Pause} after failure {Attempt} in a row: {Failure}", pause, attempt, failure.Message);
        if (failure.RetryAfter is null)
            Statistics.AddWait(pause, resourceType);
        else
            Statistics.AddLimitWait(pause, resourceType, _time);
        lock (_lock)
            _progress.Waiting(pause, attempt, failure.Message);
    }

    internal void BeginsAnew(string call, ConnectorException failure) => _logger.LogWarning(
        "{Call}: begins anew, since the position that an earlier run reached is not valid any more: {Failure}", call, failure.Message);

    internal void StepStarted(SyncStep step)
    {
        lock (_lock)
        {
            _listed = null;
            _progress.StepStarted(step);
        }
    }

    internal void StepFinished(SyncStep step, TimeSpan duration)
    {
        if (SyncOp.NameOf(step) is { } name)
            Statistics.AddStep(name, duration);
        lock (_lock)
            _progress.StepFinished(step, duration);
    }

    void Advanced(AskedFor what, string resourceType, long done, long total)
    {
        lock (_lock)
            _progress.Asked(what, resourceType, done, total);
    }

    void Tell(string warning)
    {
        _logger.Write(LogLevel.Warning, warning);
        _progress.Warning(warning);
    }
}
