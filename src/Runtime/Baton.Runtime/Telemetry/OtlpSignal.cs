namespace Baton.Telemetry;

/// <summary>What is exported: each kind has a service, and a path, of its own.</summary>
enum OtlpSignal
{
    Traces,
    Logs,
    Metrics,
}

static class OtlpSignals
{
    internal static readonly IReadOnlyList<OtlpSignal> All = [OtlpSignal.Traces, OtlpSignal.Logs, OtlpSignal.Metrics];

    /// <summary>Where a request goes: a method of gRPC, or a path of HTTP.</summary>
    internal static string PathOf(OtlpSignal signal, bool isGrpc) => signal switch
    {
        OtlpSignal.Traces => isGrpc ? "opentelemetry.proto.collector.trace.v1.TraceService/Export" : "v1/traces",
        OtlpSignal.Logs => isGrpc ? "opentelemetry.proto.collector.logs.v1.LogsService/Export" : "v1/logs",
        _ => isGrpc ? "opentelemetry.proto.collector.metrics.v1.MetricsService/Export" : "v1/metrics",
    };
}
