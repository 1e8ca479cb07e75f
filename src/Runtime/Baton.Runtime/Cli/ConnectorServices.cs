using Baton.CompilerServices;
using Baton.Config;
using Baton.Http;
using Baton.Logging;
using Baton.Session;
using Baton.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Baton.Cli;

/// <summary>Builds the container that a connector and its classes come from.</summary>
sealed class ConnectorServices(
    ConnectorManifest manifest, ConnectorHostOptions options, IReadOnlyList<Flag> fields, Settings settings, LogSettings logSettings, SecretRedactor redactor)
{
    /// <summary>A new container: nothing in it has been used.</summary>
    /// <param name="loggers">Where everything logs to.</param>
    /// <param name="level">The lowest level to log; what the settings say when null.</param>
    public ServiceProvider Create(IEnumerable<ILoggerProvider> loggers, LogLevel? level = null)
    {
        var lowest = level ?? logSettings.Level;
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(lowest);
            foreach (var provider in loggers)
                logging.AddProvider(provider);
        });
        services.AddHttpClients(manifest, TimeSpan.FromSeconds(settings.Number(FlagChecks.HttpTimeout)), lowest, options.Http);
        services.AddSingleton(options.TimeProvider);
        services.TryAddSingleton<ISyncWarnings, SyncWarnings>();
        services.TryAddSingleton<ISessionStore>(_ => new MemorySessionStore(settings.Number("session-store-maximum-size")));
        manifest.ConfigureServices(services, new FieldValues(fields, settings, redactor));
        return services.BuildServiceProvider();
    }
}
