using Baton.CompilerServices;
using Baton.Config;
using Baton.Logging;
using Baton.Progress;
using Baton.Telemetry;
using Microsoft.Extensions.Logging;

namespace Baton.Cli;

/// <summary>The program without a sub-command: checks all settings, then does the one task that they ask for.</summary>
sealed class RunCommand(
    ConnectorManifest manifest, ConnectorHostOptions options, IReadOnlyList<Flag> fields, SecretRedactor redactor, ErrorOutput error,
    TimeToStop timeToStop)
{
    public async Task<int> RunAsync(Invocation invocation, CancellationToken stop)
    {
        var flags = invocation.Command.Flags.Where(static f => f.HasVariable).ToList();
        var file = ConfigFile.Load(options, flags.Select(static f => f.Name).ToList());
        var settings = Check(flags, invocation, file);
        var logSettings = LogSettings.From(settings);
        using var log = LogOutput.Open(logSettings, options, error);
        using var provider = new BatonLoggerProvider(logSettings, log, redactor, options.TimeProvider);
        var logger = provider.CreateLogger("Baton.Cli");
        foreach (var warning in file.Warnings.Concat(logSettings.Warnings))
            logger.Write(LogLevel.Warning, warning);
        var telemetry = Export(settings, provider);
        try
        {
            await DoAsync(settings, logSettings, provider, logger, stop).ConfigureAwait(false);
            return 0;
        }
        finally
        {
            if (telemetry is not null)
                await telemetry.DisposeAsync().ConfigureAwait(false);
        }
    }

    async Task DoAsync(Settings settings, LogSettings logSettings, BatonLoggerProvider provider, ILogger logger, CancellationToken stop)
    {
        if (settings.Text("client-id").Length > 0)
        {
            await new ServiceRun(manifest, options, fields, settings, logSettings, redactor, timeToStop).RunAsync(provider, stop).ConfigureAwait(false);
            return;
        }
        try
        {
            await new OneShot(manifest, options, fields, settings, logSettings, error, redactor).RunAsync(provider, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not UsageException && !(e is OperationCanceledException && stop.IsCancellationRequested))
        {
            logger.LogDebug(e, "runner: error processing task");
            throw new ConnectorException(ErrorText.CodeOf(e), ErrorText.OfTask(e));
        }
    }

    /// <summary>Sends spans, measurements and the log to a collector, when there is one.</summary>
    TelemetryExport? Export(Settings settings, BatonLoggerProvider log)
    {
        if (TelemetryOptions.Read(settings, options, manifest.Name, manifest.Version) is not { } telemetry)
            return null;
        redactor.Add(telemetry.Headers.Select(static h => h.Value));
        var export = new TelemetryExport(telemetry, redactor, options.TimeProvider, log.CreateLogger(TelemetryExport.Category));
        log.Also = export.Add;
        return export;
    }

    Settings Check(List<Flag> flags, Invocation invocation, ConfigFile file)
    {
        var given = Sources.Collect(flags, invocation.Values, options.Environment, file);
        redactor.Add(flags.Where(static f => f.Field.Secret).SelectMany(f => given.GetValueOrDefault(f.Name)?.Texts ?? []));
        redactor.Add(given.Values.SelectMany(static value => value.Texts).SelectMany(AddressSecrets.OfSetting));
        try
        {
            var (checkedFields, relations) = FieldGroups.Choose(manifest, fields, given.GetValueOrDefault(FieldGroups.Flag)?.Texts is [.., var method] ? method : null);
            FieldRules.CheckRequired(checkedFields, given);
            FlagGroups.Check(given.ContainsKey);
            var settings = Settings.Convert(flags, given);
            redactor.Add(settings.Secrets); // the elements of lists too
            FieldRules.CheckValues(checkedFields, settings);
            FieldRelations.Check(relations, given.ContainsKey);
            FlagChecks.CheckSupported(flags, settings);
            FlagChecks.CheckValues(settings, options);
            return settings;
        }
        catch (ConnectorException)
        {
            foreach (var warning in file.Warnings) // often the cause
                error.WriteLine(TerminalText.Line($"warning: {redactor.Redact(warning)}"));
            throw;
        }
    }
}
