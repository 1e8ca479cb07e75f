using System.Globalization;
using System.Net;
using Baton.CompilerServices;
using Baton.Config;

namespace Baton.Cli;

/// <summary>Asks the service that runs on this machine how it is: for container health checks, without a further tool in the image.</summary>
sealed class HealthCheckCommand(ConnectorHostOptions options)
{
    static readonly string[] Endpoints = ["health", "ready", "live"];

    public static IReadOnlyList<Flag> Flags { get; } =
    [
        new(new ConfigFieldDefinition { Name = "endpoint", Kind = ConfigFieldKind.String, Default = "health", Description = "health, ready or live" })
        {
            HasVariable = false,
        },
        new(new ConfigFieldDefinition { Name = "timeout", Kind = ConfigFieldKind.Int, Default = "5", Description = "Time limit in seconds" })
        {
            HasVariable = false,
        },
    ];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken stop)
    {
        var flags = invocation.Command.Flags;
        var file = ConfigFile.Load(options, flags.Where(static f => f.HasVariable).Select(static f => f.Name).ToList());
        var settings = Settings.Convert(flags, Sources.Collect(flags, invocation.Values, options.Environment, file));
        var endpoint = settings.Text("endpoint");
        if (!Endpoints.Contains(endpoint))
            throw new UsageException($"invalid endpoint: {endpoint} (valid: {string.Join(", ", Endpoints)})");
        var host = settings.Text("health-check-bind-address") is "" or "0.0.0.0" or "::" ? "127.0.0.1" : settings.Text("health-check-bind-address");
        var port = settings.Number("health-check-port").ToString(CultureInfo.InvariantCulture);
        var address = IPAddress.TryParse(host, out var ip) && ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{host}]" : host;
        await AskAsync($"http://{address}:{port}/{endpoint}", TimeSpan.FromSeconds(Math.Max(1, settings.Number("timeout"))), stop).ConfigureAwait(false);
        return 0;
    }

    static async Task AskAsync(string url, TimeSpan timeout, CancellationToken stop)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { Timeout = timeout };
        HttpStatusCode status;
        try
        {
            using var response = await client.GetAsync(new Uri(url), stop).ConfigureAwait(false);
            status = response.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new ConnectorException(ErrorCode.Unavailable, $"health check failed: {e.Message}", e);
        }
        if (status != HttpStatusCode.OK)
            throw new ConnectorException(ErrorCode.Unknown, $"health check returned status {(int)status}");
    }
}
