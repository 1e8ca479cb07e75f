using Baton.C1Z;
using Baton.Config;
using Baton.External;
using Baton.Sync;

namespace Baton.Cli;

/// <summary>What the flags say about syncs.</summary>
static class SyncSettings
{
    /// <summary>Limits and places of files, from the flags and the environment.</summary>
    public static C1ZOptions Files(Settings settings, ConnectorHostOptions options) => C1ZOptions.FromEnvironment(
        new C1ZOptions
        {
            TempDirectory = settings.Text("c1z-temp-dir") is { Length: > 0 } path ? Path.Combine(options.WorkingDirectory, path) : null,
            TimeProvider = options.TimeProvider,
        },
        options.Environment);

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

    static ExternalOptions? External(Settings settings, ConnectorHostOptions options)
    {
        if (settings.Text(FlagChecks.ExternalFile) is not { Length: > 0 } path)
        {
            return null;
        }

        var entitlement = settings.Text("external-resource-entitlement-id-filter");
        var traits = settings.List(FlagChecks.ExternalTraits);
        return new ExternalOptions
        {
            File = GivenPath.Of(path, options.WorkingDirectory),
            EntitlementFilter = string.IsNullOrEmpty(entitlement) ? null : entitlement,
            Traits = traits.Count > 0 ? ExternalOptions.ParseTraits(traits) : ExternalOptions.DefaultTraits,
        };
    }
}
