using Baton.C1Z;
using Baton.CompilerServices;
using Baton.Config;
using Baton.Credentials;
using Baton.Logging;
using Baton.Progress;
using Baton.Sync;
using Baton.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Cli;

/// <summary>One task, then the end: a sync into a file, a grant, a revocation, another task, or work on syncs that are there.</summary>
sealed class OneShot(
    ConnectorManifest manifest, ConnectorHostOptions options, IReadOnlyList<Flag> fields, Settings settings, LogSettings logSettings,
    ErrorOutput error, SecretRedactor redactor)
{
    readonly string _file = GivenPath.Of(settings.Text("file"), options.WorkingDirectory);

    public async Task RunAsync(ILoggerProvider loggers, CancellationToken stop)
    {
        var services = new ConnectorServices(manifest, options, fields, settings, logSettings, redactor).Create([loggers]);
        await using var _ = services.ConfigureAwait(false);
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Baton");
        var files = SyncSettings.Files(settings, options);
        if (settings.Text("grant-entitlement") is { Length: > 0 } entitlement)
            await GrantAsync(services, files, entitlement, logger, stop).ConfigureAwait(false);
        else if (settings.Text("revoke-grant") is { Length: > 0 } grant)
            await RevokeAsync(services, files, grant, logger, stop).ConfigureAwait(false);
        else if (Tasks(services, logger).Find() is { } task)
            await task(stop).ConfigureAwait(false);
        else if (settings.Switch("diff-syncs"))
            await new OfflineSyncs(settings, options.WorkingDirectory, files, logger).DiffAsync(_file, stop).ConfigureAwait(false);
        else if (settings.Switch("compact-syncs"))
            await new OfflineSyncs(settings, options.WorkingDirectory, files, logger).CompactAsync(stop).ConfigureAwait(false);
        else
            await SyncAsync(services, files, logger, stop).ConfigureAwait(false);
    }

    OneShotTasks Tasks(ServiceProvider services, ILogger logger) => new(
        new TaskContext(manifest, services, new CredentialEncryptor(), new PasswordSource(secret: null), options.TimeProvider) { Conceal = redactor.AddPassing },
        settings, options.Output, logger, options.WorkingDirectory);

    async Task GrantAsync(ServiceProvider services, C1ZOptions files, string entitlement, ILogger logger, CancellationToken stop)
    {
        var type = settings.Text("grant-principal-type");
        if (type.Length == 0)
            throw new ConnectorException(ErrorCode.Unknown, "unknown provisioning action: --grant-entitlement needs --grant-principal-type");
        var result = await new ProvisioningTasks(manifest, services, _file, files)
            .GrantAsync(entitlement, settings.Text("grant-principal"), type, stop).ConfigureAwait(false);
        logger.Write(
            LogLevel.Information, "Granted",
            ("entitlement_id", result.EntitlementId), ("principal", result.Principal.ToString()), ("outcome", result.Outcome.Kind.ToString()));
    }

    async Task RevokeAsync(ServiceProvider services, C1ZOptions files, string grant, ILogger logger, CancellationToken stop)
    {
        var result = await new ProvisioningTasks(manifest, services, _file, files).RevokeAsync(grant, stop).ConfigureAwait(false);
        logger.Write(
            LogLevel.Information, "Revoked",
            ("entitlement_id", result.EntitlementId), ("principal", result.Principal.ToString()), ("outcome", result.Outcome.ToString()));
    }

    async Task SyncAsync(ServiceProvider services, C1ZOptions files, ILogger logger, CancellationToken stop)
    {
        if (settings.Text("storage-engine") == "pebble")
            logger.Write(LogLevel.Information, "storage engine pebble is not supported: writing sqlite, which every reader accepts");
        var sync = SyncSettings.Read(settings, options, files, _file);
        var display = new SyncDisplay(options, logSettings, error, redactor, logger);
        await display.ShowAsync(progress => new SyncEngine(manifest, services, sync, progress, logger).RunAsync(stop)).ConfigureAwait(false);
    }
}
