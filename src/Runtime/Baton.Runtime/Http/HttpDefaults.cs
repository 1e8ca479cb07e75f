using Baton.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Http;

/// <summary>What every <see cref="HttpClient"/> of the connector starts with.</summary>
static class HttpDefaults
{
    /// <summary>
    /// Adds the factory of clients: time limit and name of the program are set, refused requests are made again; each request is logged at debug
    /// level.
    /// </summary>
    public static void AddHttpClients(this IServiceCollection services, ConnectorManifest manifest, TimeSpan timeout, LogLevel level, HttpMessageHandler? network)
    {
        services.AddHttpClient();
        services.AddSingleton<HttpWaits>();
        services.AddSingleton<ExhaustedHosts>();
        services.ConfigureHttpClientDefaults(builder =>
        {
            builder.ConfigureHttpClient(client =>
            {
                client.Timeout = timeout;
                client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"{manifest.Name}/{manifest.Version}");
            });
            builder.AddHttpMessageHandler(provider => new PatientHandler(
                provider.GetRequiredService<HttpWaits>(), provider.GetRequiredService<ExhaustedHosts>(), provider.GetRequiredService<TimeProvider>(),
                timeout / 2));
            if (network is not null)
                builder.ConfigurePrimaryHttpMessageHandler(() => new BorrowedHandler(network));
        });
        if (level > LogLevel.Debug)
            services.AddLogging(static logging => logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning));
    }
}
