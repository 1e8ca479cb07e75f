using Baton.CompilerServices;
using Baton.Config;
using Baton.Http;
using Baton.Logging;
using Baton.Progress;
using Baton.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Baton.Cli;

/// <summary>One task, then the end: a sync into a file, a grant, or a revocation.</summary>
sealed class OneShot(
    ConnectorManifest manifest, ConnectorHostOptions options, IReadOnlyList<Flag> fields, Settings settings, LogSettings logSettings,
    ErrorOutput error, SecretRedactor redactor)
{
    readonly TerminalStyle _style = TerminalStyle.Of(options);

    public async Task RunAsync(ILoggerProvider loggers, CancellationToken stop)
    {
        var services = CreateServices(loggers);
        await using var _ = services.ConfigureAwait(false);
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Baton");
        if (settings.Text("storage-engine") == "pebble")
            logger.Write(LogLevel.Information, "storage engine pebble is not supported: writing sqlite, which every reader accepts");
        await SyncAsync(services, logger, stop).ConfigureAwait(false);
    }

    ServiceProvider CreateServices(ILoggerProvider loggers)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(logSettings.Level).AddProvider(loggers));
        services.AddHttpClients(manifest, TimeSpan.FromSeconds(settings.Number("http-timeout-seconds")), logSettings.Level);
        services.AddSingleton(options.TimeProvider);
        services.TryAddSingleton<SyncWarnings>();
        services.TryAddSingleton<ISyncWarnings>(static s => s.GetRequiredService<SyncWarnings>());
        manifest.ConfigureServices(services, new FieldValues(fields, settings));
        return services.BuildServiceProvider();
    }

    Task SyncAsync(ServiceProvider services, ILogger logger, CancellationToken stop)
    {
        _ = (services, logger, stop, error, redactor, _style);
        throw new ConnectorException(ErrorCode.Unimplemented, "this version cannot sync yet");
    }
}
