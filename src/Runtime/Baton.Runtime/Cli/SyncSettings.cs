using Baton.C1Z;
using Baton.Config;
using Baton.External;
using Baton.Sync;

namespace Baton.Cli;

/// <summary>What the flags say about syncs.</summary>
static class SyncSettings
{
    public static SyncOptions Read(Settings settings, ConnectorHostOptions options, C1ZOptions files, string file)
    {
        var workers = settings.Number("workers");
        return new()
        {
            File = file,
            ResourceTypes = settings.List("sync-resource-types"),
            Resources = [.. settings.List("sync-resources").Select(FlagChecks.Resource)],
            SkipFullSync = settings.Switch("skip-full-sync"),
            SkipGrants = settings.Switch("skip-grants"),
            SkipEntitlementsAndGrants = settings.Switch("skip-entitlements-and-grants"),
            External = External(settings, options),
            RefuseGrantCycles = options.Environment("BATON_DONT_FIX_CYCLES") is { Length: > 0 },
            Workers = workers == 0 && settings.Switch("parallel-sync") ? -1 : workers,
            C1ZOptions = files,
            TimeProvider = options.TimeProvider,
        };
    }

    static ExternalOptions? External(Settings settings, ConnectorHostOptions options) =>
        settings.Text(FlagChecks.ExternalFile) is not { Length: > 0 } path ? null : new()
    {
        File = Path.Combine(options.WorkingDirectory, path),
        EntitlementFilter = settings.Text("external-resource-entitlement-id-filter") is { Length: > 0 } entitlement ? entitlement : null,
        Traits = settings.List(FlagChecks.ExternalTraits) is { Count: > 0 } traits ? ExternalOptions.ParseTraits(traits) : ExternalOptions.DefaultTraits,
    };
}
