using System.Globalization;
using Baton.Cli;
using Baton.Config;

namespace Baton.Telemetry;

/// <summary>Where telemetry goes, and which of it: the flags of the Go connectors, then the variables of OpenTelemetry.</summary>
sealed record TelemetryOptions
{
    const int GrpcPort = 4317;

    internal required Uri Endpoint { get; init; }

    /// <summary>gRPC, or else protobuf over HTTP.</summary>
    internal bool IsGrpc { get; init; } = true;

    internal IReadOnlyList<OtlpSignal> Signals { get; init; } = OtlpSignals.All;

    /// <summary>Who sends.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Resource { get; init; } = [];

    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The certificate authorities of the collector, PEM; those of the system when null.</summary>
    internal string? Authorities { get; init; }

    /// <summary>How long a request may take.</summary>
    internal TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    internal TimeSpan MetricInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Reads flags and variables.</summary>
    /// <returns>Null when nothing is to be exported.</returns>
    /// <exception cref="UsageException">They make no sense.</exception>
    internal static TelemetryOptions? Read(Settings settings, ConnectorHostOptions options, string name, string version)
    {
        var variables = new OtelVariables(options.Environment);
        var flag = settings.Text("otel-collector-endpoint");
        var endpoint = flag.Length > 0 ? flag : variables.Text("OTEL_EXPORTER_OTLP_ENDPOINT");
        if (endpoint.Length == 0 || variables.Switch("OTEL_SDK_DISABLED"))
            return null;
        var isGrpc = variables.Text("OTEL_EXPORTER_OTLP_PROTOCOL") switch
        {
            "" or "grpc" => true,
            "http/protobuf" => false,
            var other => throw new UsageException($"OTEL_EXPORTER_OTLP_PROTOCOL: {Quoted.Of(other)} is not known; grpc and http/protobuf are"),
        };
        var origin = flag.Length > 0 ? "otel-collector-endpoint" : "OTEL_EXPORTER_OTLP_ENDPOINT";
        return new()
        {
            Endpoint = AddressOf(endpoint, settings.Switch("otel-collector-endpoint-tls-insecure"), origin),
            IsGrpc = isGrpc,
            Signals = [.. OtlpSignals.All.Where(s => IsWanted(s, settings, variables))],
            Resource = ResourceOf(variables, name, version),
            Headers = variables.Pairs("OTEL_EXPORTER_OTLP_HEADERS"),
            Authorities = CollectorCertificate.Read(settings, options, variables.Text("OTEL_EXPORTER_OTLP_CERTIFICATE")),
            Timeout = variables.Milliseconds("OTEL_EXPORTER_OTLP_TIMEOUT") ?? TimeSpan.FromSeconds(10),
            MetricInterval = variables.Milliseconds("OTEL_METRIC_EXPORT_INTERVAL") ?? TimeSpan.FromMinutes(1),
        };
    }

    static bool IsWanted(OtlpSignal signal, Settings settings, OtelVariables variables) => signal switch
    {
        OtlpSignal.Traces => !settings.Switch("otel-tracing-disabled") && variables.Text("OTEL_TRACES_EXPORTER") != "none",
        OtlpSignal.Logs => !settings.Switch("otel-logging-disabled") && variables.Text("OTEL_LOGS_EXPORTER") != "none",
        _ => variables.Text("OTEL_METRICS_EXPORTER") != "none",
    };

    /// <summary>An address with a scheme is taken as it is; without one it is <c>host:port</c>, with TLS unless that is turned off.</summary>
    static Uri AddressOf(string text, bool isInsecure, string origin)
    {
        var scheme = isInsecure ? "http" : "https";
        var withScheme = text.Contains("://", StringComparison.Ordinal) ? text : $"{scheme}://{text}";
        if (!Uri.TryCreate(withScheme, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            throw new UsageException($"{origin}: {Quoted.Of(text)} is no address of a collector; it looks like collector.example.com:4317");
        if (isInsecure && address.Scheme == "https")
            throw new UsageException($"{origin}: https and otel-collector-endpoint-tls-insecure contradict each other");
        var hasPort = withScheme.Contains($":{address.Port.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal);
        var full = new UriBuilder(address) { Port = hasPort || text.Contains("://", StringComparison.Ordinal) ? address.Port : GrpcPort };
        full.Path = full.Path.TrimEnd('/') + "/";
        return full.Uri;
    }

    static List<KeyValuePair<string, string>> ResourceOf(OtelVariables variables, string name, string version)
    {
        var given = variables.Pairs("OTEL_RESOURCE_ATTRIBUTES");
        var service = variables.Text("OTEL_SERVICE_NAME");
        var attributes = new List<KeyValuePair<string, string>>
        {
            new("service.name", service.Length > 0 ? service : given.FirstOrDefault(static a => a.Key == "service.name").Value ?? $"{name}-server"),
            new("service.version", version),
            new("telemetry.sdk.name", "baton-dotnet"),
            new("telemetry.sdk.language", "dotnet"),
        };
        attributes.AddRange(given.Where(a => attributes.TrueForAll(known => known.Key != a.Key)));
        return attributes;
    }
}
