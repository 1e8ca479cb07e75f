using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Baton.CompilerServices;
using Baton.Service.Tests.EndToEnd;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service.Tests.Telemetry;

/// <summary>What a collector gets of a sync, over both protocols; and that a sync does not depend on it. A listener hears the spans of the whole process.</summary>
[Collection(nameof(Alone))]
public sealed class TelemetryTests : IDisposable
{
    const string Token = "town-token-6b1f";

    readonly string _directory = Directory.CreateTempSubdirectory("baton-telemetry-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Spans_logs_and_metrics_of_a_sync_arrive()
    {
        await using var collector = await Collector.StartAsync();
        var (code, log) = await SyncAsync([$"--otel-collector-endpoint={collector.HostAndPort}", "--otel-collector-endpoint-tls-insecure", "--people=7"]);
        Assert.Equal((0, ""), (code, log.Contains("telemetry cannot", StringComparison.Ordinal) ? log : ""));
        Assert.Equal("baton-town-server", Collector.Text(collector.Resource.Attributes, "service.name"));

        var sync = collector.Spans.Single(static s => s.Name == "sync" && Collector.Text(s.Attributes, "connector") == "baton-town");
        var spans = collector.Spans.Where(s => s.TraceId == sync.TraceId).ToList();
        Assert.Equal((16, 8, true), (sync.TraceId.Length, sync.SpanId.Length, sync.ParentSpanId.IsEmpty));
        var resources = spans.Single(static s => s.Name == "Resources");
        Assert.Equal(sync.SpanId, resources.ParentSpanId);
        var call = spans.First(static s => s.Name == "ListResources" && Collector.Text(s.Attributes, "resource_type") == "person");
        Assert.Equal((resources.SpanId, 3), (call.ParentSpanId, call.Kind)); // a client's
        Assert.True(sync.StartTimeUnixNano <= call.StartTimeUnixNano && call.EndTimeUnixNano <= sync.EndTimeUnixNano);
        Assert.Contains("checkpoint", spans.Select(static s => s.Name));

        var end = collector.Logs.First(static l => l.Body.StringValue == "Sync complete.");
        Assert.Equal((9, "info"), (end.SeverityNumber, end.SeverityText));
        Assert.Equal(8, end.Attributes.Single(static a => a.Key == "resources").Value.IntValue);
        Assert.NotEmpty(end.Attributes.Single(static a => a.Key == "connector_call_stats").Value.KvlistValue.Values);
        Assert.True(end.TimeUnixNano >= sync.EndTimeUnixNano);

        Assert.True(Sum(collector, "baton.sync.rows", "kind", "grant") >= 7);
        Assert.True(Sum(collector, "baton.sync.pages", "resource_type", "person") >= 1);
        var checkpoints = collector.Metrics["baton.sync.checkpoint.duration"].Histogram;
        Assert.Equal(2, checkpoints.AggregationTemporality);
        var point = Assert.Single(checkpoints.DataPoints);
        Assert.Equal(point.Count, point.BucketCounts.Aggregate(0UL, static (sum, b) => sum + b));
        Assert.Equal(point.ExplicitBounds.Count + 1, point.BucketCounts.Count);
        Assert.DoesNotContain(collector.Requests, static r => Encoding.UTF8.GetString(r.Body).Contains(Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_variables_of_OpenTelemetry_are_heeded()
    {
        await using var collector = await Collector.StartAsync(isGrpc: false);
        var (code, _) = await SyncAsync([], new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address + "/otlp",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_EXPORTER_OTLP_HEADERS"] = "x-tenant=acme%20corp, authorization = Bearer%20t",
            ["OTEL_SERVICE_NAME"] = "hr",
            ["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment=test,service.name=other",
            ["OTEL_TRACES_EXPORTER"] = "none",
        });
        Assert.Equal(0, code);
        Assert.Equal(["/otlp/v1/logs", "/otlp/v1/metrics"], collector.Requests.Select(static r => r.Path).Distinct().Order());
        Assert.All(
            collector.Requests, static r => Assert.Equal(("acme corp", "Bearer t"), (r.Headers["x-tenant"].ToString(), r.Headers.Authorization.ToString())));
        Assert.Equal(("hr", "test"), (
            Collector.Text(collector.Resource.Attributes, "service.name"), Collector.Text(collector.Resource.Attributes, "deployment.environment")));
    }

    [Theory]
    [InlineData("--otel-logging-disabled", "logs")]
    [InlineData("--otel-tracing-disabled", "trace")]
    public async Task What_is_turned_off_is_not_sent(string flag, string signal)
    {
        await using var collector = await Collector.StartAsync();
        Assert.Equal(0, (await SyncAsync([$"--otel-collector-endpoint={collector.Address}", flag])).Code);
        Assert.NotEmpty(collector.Requests);
        Assert.DoesNotContain(collector.Requests, r => r.Path.Contains(signal, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(14)] // away
    [InlineData(7)] // not allowed
    [InlineData(12)] // does not know the method
    public async Task A_collector_that_refuses_is_a_warning_and_nothing_else(int status)
    {
        await using var collector = await Collector.StartAsync();
        collector.Refuses = _ => status;
        var (code, log) = await SyncAsync([$"--otel-collector-endpoint={collector.Address}"]);
        Assert.Equal(0, code);
        var warnings = log.Split('\n').Count(static l => l.Contains("telemetry cannot be exported", StringComparison.Ordinal));
        Assert.InRange(warnings, 1, status == 12 ? 3 : 1);
    }

    [Fact]
    public async Task Nobody_there_is_a_warning_too_and_the_end_is_bounded()
    {
        var (code, log) = await SyncAsync(["--otel-collector-endpoint=http://127.0.0.1:1"]);
        Assert.Equal(0, code);
        Assert.Contains("telemetry cannot be exported; the sync does not depend on it", log, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:1", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_TLS_the_authority_that_is_given_counts()
    {
        using var certificate = SelfSigned();
        await using var collector = await Collector.StartAsync(certificate: certificate);
        var pem = certificate.ExportCertificatePem();
        await File.WriteAllTextAsync(Path.Combine(_directory, "ca.pem"), pem);
        var text = System.Buffers.Text.Base64Url.EncodeToString(Encoding.ASCII.GetBytes(pem));
        foreach (var flag in new[] { "--otel-collector-endpoint-tls-cert-path=ca.pem", $"--otel-collector-endpoint-tls-cert={text}" })
        {
            Assert.Equal(0, (await SyncAsync([$"--otel-collector-endpoint={collector.HostAndPort}", flag])).Code);
            Assert.NotEmpty(collector.Logs);
            collector.Requests.Clear();
        }
        Assert.Contains("telemetry cannot be exported", (await SyncAsync([$"--otel-collector-endpoint={collector.HostAndPort}"])).Log, StringComparison.Ordinal);
        Assert.Empty(collector.Requests);
    }

    [Theory]
    [InlineData("--otel-collector-endpoint=ftp://x", null, "is no address of a collector")]
    [InlineData("--otel-collector-endpoint=https://x --otel-collector-endpoint-tls-insecure", null, "contradict each other")]
    [InlineData("--otel-collector-endpoint=x --otel-collector-endpoint-tls-cert-path=none.pem", null, "otel-collector-endpoint-tls-cert-path: ")]
    [InlineData("--otel-collector-endpoint=x --otel-collector-endpoint-tls-cert=AAAA", null, "there is no certificate in it")]
    [InlineData("--otel-collector-endpoint=x --otel-collector-endpoint-tls-cert=a --otel-collector-endpoint-tls-cert-path=b", null, "leave one of them out")]
    [InlineData("--otel-collector-endpoint=x", "OTEL_EXPORTER_OTLP_PROTOCOL=http/json", "http/protobuf are")]
    [InlineData("--otel-collector-endpoint=x", "OTEL_EXPORTER_OTLP_TIMEOUT=soon", "no number of milliseconds")]
    [InlineData("--otel-collector-endpoint=x", "OTEL_EXPORTER_OTLP_HEADERS=secret", "expected name=value")]
    public async Task What_makes_no_sense_is_an_error_before_the_sync(string flags, string? variable, string text)
    {
        var parts = variable?.Split('=') ?? [];
        var (code, log) = await SyncAsync(flags.Split(' '), parts is [var name, var value] ? new() { [name] = value } : []);
        Assert.Equal(2, code);
        Assert.Contains(text, log, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_directory, "sync.c1z")));
    }

    [Fact]
    public async Task Nothing_is_exported_when_the_variables_say_so()
    {
        await using var collector = await Collector.StartAsync();
        Assert.Equal(0, (await SyncAsync([], new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address, ["OTEL_SDK_DISABLED"] = "true" })).Code);
        Assert.Empty(collector.Requests);
    }

    [Fact]
    public async Task A_task_of_service_mode_is_a_span_around_its_sync()
    {
        await using var collector = await Collector.StartAsync();
        await using var c1 = await Emulator.StartAsync();
        var task = c1.Enqueue(EndToEnd.Tasks.Sync());
        await using (var service = RunningService.Start(c1, $"--otel-collector-endpoint={collector.Address}"))
        {
            await task.Finished.Soon();
            Assert.Equal(0, await service.StopAsync().Soon());
        }
        var span = collector.Spans.First(static s => s.Name == "task" && Collector.Text(s.Attributes, "task_type") == "full sync");
        Assert.Contains(collector.Spans, s => s.Name == "sync" && s.ParentSpanId == span.SpanId);
    }

    [Fact]
    public async Task What_is_on_its_way_at_the_end_arrives_and_so_does_what_waits_behind_it()
    {
        await using var collector = await Collector.StartAsync();
        await using var c1 = await Emulator.StartAsync();
        var (isHeld, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        collector.Holds = path =>
        {
            if (!path.Contains("trace", StringComparison.OrdinalIgnoreCase))
                return Task.CompletedTask;
            isHeld.TrySetResult();
            return goesOn.Task;
        };
        var task = c1.Enqueue(EndToEnd.Tasks.Sync());
        await using (var service = RunningService.Start(c1, $"--otel-collector-endpoint={collector.Address}"))
        {
            await Task.WhenAll(task.Finished, isHeld.Task).Soon();
            var stopping = service.StopAsync();
            await Task.WhenAny(stopping, Task.Delay(500));
            goesOn.SetResult();
            Assert.Equal(0, await stopping.Soon());
        }
        Assert.Contains(collector.Spans, static s => s.Name == "task" && Collector.Text(s.Attributes, "task_type") == "full sync");
        Assert.Contains(collector.Logs, static l => l.Body.StringValue == "Sync complete.");
    }

    static long Sum(Collector collector, string metric, string tag, string value) => collector.Metrics[metric].Sum.DataPoints
        .Where(p => Collector.Text(p.Attributes, tag) == value).Sum(static p => p.AsInt);

    static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    async Task<(int Code, string Log)> SyncAsync(string[] flags, Dictionary<string, string>? variables = null)
    {
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var environment = new Dictionary<string, string>(variables ?? [], StringComparer.Ordinal) { ["BATON_TOKEN"] = Token, ["BATON_TMPDIR"] = _directory };
        var code = await ConnectorHost.RunAsync(ManifestOf<TownConnector>(), [.. flags.Where(static f => f.Length > 0)], new ConnectorHostOptions
        {
            Error = TextWriter.Synchronized(error),
            Environment = environment.GetValueOrDefault,
            WorkingDirectory = _directory,
        });
        return (code, error.ToString());
    }

    static ConnectorManifest ManifestOf<T>()
        where T : IConnector => T.Manifest;
}
