using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Baton.Tests.Otlp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Baton.Service.Tests.Telemetry;

/// <summary>A collector on this machine, over gRPC or plain HTTP, which keeps what it gets.</summary>
sealed class Collector : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly bool _isGrpc;

    Collector(WebApplication app, bool isGrpc) => (_app, _isGrpc) = (app, isGrpc);

    /// <summary>Decides about a request by its path: null takes it, otherwise the status to answer with.</summary>
    public Func<string, int?> Refuses { get; set; } = static _ => null;

    /// <summary>What a request waits for before it is taken, by its path.</summary>
    public Func<string, Task> Holds { get; set; } = static _ => Task.CompletedTask;

    public ConcurrentQueue<(string Path, byte[] Body, IHeaderDictionary Headers)> Requests { get; } = new();

    public string Address => _app.Urls.First();

    public string HostAndPort => new Uri(Address).Authority;

    public IEnumerable<Span> Spans => All(
        "trace", ExportTraces.Parser.ParseFrom, static e => e.ResourceSpans.SelectMany(static r => r.ScopeSpans.SelectMany(static s => s.Spans)));

    public IEnumerable<LogRecord> Logs => All(
        "log", ExportLogs.Parser.ParseFrom, static e => e.ResourceLogs.SelectMany(static r => r.ScopeLogs.SelectMany(static s => s.LogRecords)));

    /// <summary>The metrics of the last request: they count from the start.</summary>
    public IReadOnlyDictionary<string, Metric> Metrics =>
        ExportMetrics.Parser.ParseFrom(Requests.Last(static r => r.Path.Contains("metric", StringComparison.OrdinalIgnoreCase)).Body)
            .ResourceMetrics.SelectMany(static r => r.ScopeMetrics.SelectMany(static s => s.Metrics)).ToDictionary(static m => m.Name);

    public Resource Resource => ExportLogs.Parser.ParseFrom(
        Requests.First(static r => r.Path.Contains("log", StringComparison.OrdinalIgnoreCase)).Body).ResourceLogs[0].Resource;

    public static async Task<Collector> StartAsync(bool isGrpc = true, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1;
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        if (certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        var app = builder.Build();
        var collector = new Collector(app, isGrpc);
        app.Run(collector.HandleAsync);
        await app.StartAsync();
        return collector;
    }

    public static string? Text(IEnumerable<KeyValue> attributes, string key) => attributes.FirstOrDefault(a => a.Key == key)?.Value.StringValue;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var path = context.Request.Path.Value!;
        await Holds(path).WaitAsync(TimeSpan.FromMinutes(1));
        var refusal = Refuses(path);
        // Behind the five bytes of the frame is the message.
        if (refusal is null)
            Requests.Enqueue((path, _isGrpc ? body.ToArray()[5..] : body.ToArray(), new HeaderDictionary(context.Request.Headers.ToDictionary())));
        if (!_isGrpc)
        {
            context.Response.StatusCode = refusal ?? 200;
            return;
        }
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", (refusal ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    IEnumerable<T> All<TRequest, T>(string signal, Func<byte[], TRequest> parse, Func<TRequest, IEnumerable<T>> items) =>
        Requests.Where(r => r.Path.Contains(signal, StringComparison.OrdinalIgnoreCase)).SelectMany(r => items(parse(r.Body)));
}
