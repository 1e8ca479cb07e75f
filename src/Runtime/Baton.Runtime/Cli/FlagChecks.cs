using Baton.C1Z;
using Baton.Config;
using Baton.External;
using Baton.Service;
using Baton.Sync;

namespace Baton.Cli;

/// <summary>Checks of the default flags that look at their values.</summary>
static class FlagChecks
{
    public const string HttpTimeout = "http-timeout-seconds";
    public const string ExternalFile = "external-resource-c1z";
    public const string ExternalTraits = "external-resource-traits";
    public const int MinHttpTimeout = 1;
    public const int MaxHttpTimeout = 1800;

    /// <summary>Checks that nothing was asked for that this version cannot do.</summary>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.Unimplemented"/>: the flag is named.</exception>
    public static void CheckSupported(IEnumerable<Flag> flags, Settings settings)
    {
        var flag = flags.FirstOrDefault(f => f.Missing is not null && settings.IsChanged(f));
        if (flag is null)
            return;
        var origin = settings.Origin(flag.Name) is { } given && given != "--" + flag.Name ? $" (given by {given})" : "";
        throw new ConnectorException(
            ErrorCode.Unimplemented, $"--{flag.Name}{origin} is not supported: this version has no {flag.Missing}. Run the program without it.");
    }

    /// <summary>Checks ranges and combinations.</summary>
    /// <exception cref="UsageException">A value is out of range.</exception>
    public static void CheckValues(Settings settings, ConnectorHostOptions options)
    {
        CheckRange(settings, HttpTimeout, MinHttpTimeout, MaxHttpTimeout);
        if (settings.Text("storage-engine") is not ("" or "sqlite" or "pebble") and var engine)
            throw new UsageException($"field storage-engine: value must be one of [ sqlite pebble] but got '{engine}'");
        var isService = settings.Text("client-id").Length > 0;
        CheckRange(settings, "task-concurrency", isService ? 1 : int.MinValue, ServiceOptions.MostSlots);
        foreach (var bid in settings.List("sync-resources"))
            _ = Resource(bid);
        if (settings.Switch("skip-grants") && settings.List("sync-resources").Count == 0)
            throw new UsageException("skip-grants can only be set within a targeted sync");
        if (settings.Text("c1z-temp-dir") is { Length: > 0 } directory && !Directory.Exists(Path.Combine(options.WorkingDirectory, directory)))
            throw new UsageException($"the specified c1z temp dir does not exist: {directory}");
        CheckExternal(settings, options);
        CheckTraits(settings);
        if (isService)
            return;
        if (settings.Text("file").Length == 0)
            throw new UsageException("c1zPath must be set when in on-demand mode");
        GivenPath.Check("file", settings.Text("file"));
    }

    /// <summary>The resource that a Baton id names.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static ResourceKey Resource(string bid)
    {
        try
        {
            return ResourceBid.Parse(bid);
        }
        catch (ConnectorException e)
        {
            throw new UsageException("field sync-resources: " + e.Message);
        }
    }

    static void CheckExternal(Settings settings, ConnectorHostOptions options)
    {
        if (settings.Text(ExternalFile) is not { Length: > 0 } external)
            return;
        GivenPath.Check(ExternalFile, external);
        var file = GivenPath.Of(external, options.WorkingDirectory);
        if (!RemoteStore.IsAddress(file) && !File.Exists(file))
            throw new UsageException($"the specified external resource c1z file does not exist: {external}");
    }

    static void CheckTraits(Settings settings)
    {
        try
        {
            ExternalOptions.ParseTraits(settings.List(ExternalTraits));
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    static void CheckRange(Settings settings, string name, int least, int most)
    {
        var value = settings.Number(name);
        if (value < least)
            throw new UsageException($"field {name}: value must be greater than or equal to {least} but got {value}");
        if (value > most)
            throw new UsageException($"field {name}: value must be less than or equal to {most} but got {value}");
    }
}
