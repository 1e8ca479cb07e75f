using Baton.C1Z;
using Baton.CompilerServices;
using Baton.Errors;
using Baton.External;
using Baton.Http;
using Baton.Expansion;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Sync;

/// <summary>
/// Runs a connector once: asks it for everything, and leaves the result in a <c>.c1z</c> file. The file at the path changes at the very
/// end, and at once. An unfinished sync that an earlier run left there, or was killed in, is gone on with.
/// </summary>
/// <param name="manifest">The connector.</param>
/// <param name="services">Where its classes come from; see <see cref="ConnectorManifest.ConfigureServices"/>.</param>
/// <param name="options">What to sync, and into which file.</param>
/// <param name="progress">Hears how it proceeds.</param>
/// <param name="logger">The log.</param>
public sealed class SyncEngine(
    ConnectorManifest manifest, IServiceProvider services, SyncOptions options, ISyncProgress progress, ILogger logger)
{
    const int ValidateCalls = 5;

    readonly TimeProvider _time = options.TimeProvider;
    readonly ISessionStore? _session = services.GetService<ISessionStore>();
    readonly SyncWarnings? _warnings = services.GetService<ISyncWarnings>() as SyncWarnings;

    /// <summary>Expands grants; null leaves them as they are.</summary>
    internal IGrantExpander? Expander { get; init; } = options.SkipGrantExpansion ? null : new StoredGrantExpander(options.RefuseGrantCycles);

    /// <summary>Validates, then syncs.</summary>
    /// <param name="cancellationToken">Stops the sync; what was stored so far is in the file as an unfinished sync.</param>
    /// <exception cref="SyncNotCompleteException">The sync took longer than allowed, and is in the file as an unfinished one.</exception>
    /// <exception cref="ConnectorException">
    /// The connector failed. When going on later makes sense (the source is away, credentials expired…), what was stored so far is in
    /// the file as an unfinished sync; otherwise the file is as it was.
    /// </exception>
    /// <exception cref="C1ZException">The file could not be read or written; it is as it was.</exception>
    public async Task<SyncSummary> RunAsync(CancellationToken cancellationToken)
    {
        using var span = SyncTrace.Sync(manifest.Name);
        var report = new SyncReport(progress, logger, _time);
        var clock = new StepClock(_time, report);
        try
        {
            return await RunAsync(report, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            clock.Stop();
            span.Failed(e);
            throw;
        }
    }

    async Task<SyncSummary> RunAsync(SyncReport report, StepClock clock, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        _warnings?.Take(); // what a sync before this one left behind
        using var waits = Hear(report);
        if (_session is not null)
            await _session.ClearAsync(cancellationToken).ConfigureAwait(false);
        clock.Enter(SyncStep.Validate);
        var plan = SyncPlan.Create(manifest, CreateSyncers(), options);
        await ValidateAsync(report, cancellationToken).ConfigureAwait(false);
        var external = await OpenExternalAsync(plan, cancellationToken).ConfigureAwait(false);
        try
        {
            return await StoreAsync(plan, external, report, clock, started, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (external is not null)
                await external.DisposeAsync().ConfigureAwait(false);
        }
    }

    async Task<SyncSummary> StoreAsync(
        SyncPlan plan, ExternalStage? external, SyncReport report, StepClock clock, long started, CancellationToken cancellationToken)
    {
        var files = options.C1ZOptions with { TimeProvider = _time, Recoverable = true };
        var file = await C1ZFile.OpenAsync(options.File, files, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            var start = new SyncStart(plan, file, logger);
            var keeper = new SyncKeeper(file, logger);
            if (options.SkipFullSync)
                start.BeginEmpty();
            else
                await CollectAsync(plan, external, file, start.Begin(cancellationToken), keeper, report, clock, cancellationToken).ConfigureAwait(false);
            clock.Enter(SyncStep.Save);
            var (run, saved) = await keeper.FinishAsync(stop => CheckAsync(file, report, stop), cancellationToken).ConfigureAwait(false);
            clock.End();
            return Summarize(plan, run, saved, report, clock, _time.GetElapsedTime(started));
        }
    }

    /// <summary>Checks that what was stored fits together: what does not is told, and ends the sync where nobody could use it.</summary>
    static async Task CheckAsync(C1ZFile file, SyncReport report, CancellationToken cancellationToken)
    {
        var found = await Task.Run(() => file.CheckInvariants(cancellationToken), cancellationToken).ConfigureAwait(false);
        foreach (var violation in found.Violations)
            report.Violated(violation);
        // An empty sync has no state.
        if (file.CurrentSync is { Token.Length: > 0 } sync)
            file.Checkpoint(InvariantToken.Add(sync.Token, found.Violations));
        if (found.Violations.FirstOrDefault(static v => v.IsHard) is { } hard)
            throw new IngestInvariantException(hard);
    }

    /// <summary>Tells the report about the waits of HTTP clients.</summary>
    HttpWaits.Subscription? Hear(SyncReport report) => services.GetService<HttpWaits>()?.Hear((pause, failures, failure) => report.Waiting(pause, failures, failure));

    IReadOnlyList<ResourceSyncer> CreateSyncers()
    {
        try
        {
            return manifest.CreateSyncers(services);
        }
        catch (Exception e)
        {
            throw Failure.Of("creating the connector", e);
        }
    }

    async Task ValidateAsync(SyncReport report, CancellationToken cancellationToken)
    {
        var retrier = new Retrier(_time, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), ValidateCalls) { Waiting = report.Waiting };
        await retrier.RunAsync("validate failed", async ct =>
        {
            await manifest.ValidateAsync(services, ct).ConfigureAwait(false);
            return true;
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens the file of the other system before that of this one: it must be sound, and what a killed run left is not touched until then.</summary>
    async Task<ExternalStage?> OpenExternalAsync(SyncPlan plan, CancellationToken cancellationToken)
    {
        if (options.External is not { } other || plan.IsTargeted || options.SkipFullSync)
            return null;
        var external = await ExternalStage.OpenAsync(other, options.C1ZOptions, cancellationToken).ConfigureAwait(false);
        plan.Take(external.ResourceTypes);
        return external;
    }

    async Task CollectAsync(
        SyncPlan plan, ExternalStage? external, C1ZFile file, SyncState? state, SyncKeeper keeper, SyncReport report, StepClock clock,
        CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.MaxDuration ?? Timeout.InfiniteTimeSpan, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var loop = new SyncLoop(plan, file, report, clock, Expander, external, options, state);
        await using (loop.ConfigureAwait(false))
        {
            try
            {
                await loop.RunAsync(stop.Token).ConfigureAwait(false);
            }
            catch (Exception failure) when (stop.IsCancellationRequested || Retention.Keeps(failure))
            {
                await keeper.KeepAsync(loop.CheckpointAsync, failure, cancellationToken).ConfigureAwait(false);
                if (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                    throw new SyncNotCompleteException($"the sync did not end within {options.MaxDuration}; run again to go on with it");
                throw;
            }
        }
    }

    SyncSummary Summarize(SyncPlan plan, SyncRun run, SavedFile saved, SyncReport report, StepClock clock, TimeSpan duration)
    {
        var total = report.Total;
        return new()
        {
            SyncId = run.Id,
            SyncType = run.Type.Name,
            File = RemoteStore.IsAddress(options.File) ? options.File : Path.GetFullPath(options.File),
            FileBytes = saved.FileBytes,
            ResourceTypes = [.. plan.Selected.Select(s => CountsOf(s.Definition, run.Stats))],
            Warnings = [.. total.Warnings.ToList(), .. ConnectorWarnings()],
            ResourcesSkipped = total.ResourcesSkipped,
            GrantsDropped = total.GrantsDropped,
            NeedsExpansion = total.Expandable && options.SkipGrantExpansion,
            ExpandedGrants = total.Expanded,
            Calls = report.Statistics.Calls,
            Durations = clock.Durations,
            Duration = duration,
        };
    }

    IEnumerable<SyncWarning> ConnectorWarnings()
    {
        var (messages, dropped) = _warnings?.Take() ?? ([], 0);
        foreach (var message in messages)
            yield return new(message, 1, []);
        if (dropped > 0)
            yield return new($"{dropped} more warnings of the connector were not kept", dropped, []);
    }

    static ResourceTypeCounts CountsOf(ResourceTypeDefinition type, SyncStats? stats) => new(type.Id, type.DisplayName, new(
        stats?.ResourcesByResourceType.GetValueOrDefault(type.Id) ?? 0,
        stats?.EntitlementsByResourceType.GetValueOrDefault(type.Id) ?? 0,
        stats?.GrantsByResourceType.GetValueOrDefault(type.Id) ?? 0));
}
