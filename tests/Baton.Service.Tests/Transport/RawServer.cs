using System.Net;
using Baton.Protocol.Service.V1;
using Baton.Transport;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service.Tests.Transport;

/// <summary>A server of HTTP/2 that answers as the test says, and a channel to it.</summary>
sealed class RawServer : IAsyncDisposable
{
    readonly WebApplication _app;

    RawServer(WebApplication app) => _app = app;

    public RpcChannel Channel { get; private set; } = null!;

    public Uri Address => new(_app.Urls.First());

    public static async Task<RawServer> StartAsync(RequestDelegate handle, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static k =>
        {
            k.Limits.MaxRequestBodySize = null;
            k.Listen(IPAddress.Loopback, 0, static l => l.Protocols = HttpProtocols.Http2);
        });
        var app = builder.Build();
        app.Run(handle);
        await app.StartAsync();
        var server = new RawServer(app);
        server.Channel = new RpcChannel(server.Address, "tester/1 baton", new HttpMessageInvoker(RpcHandler.Create()), time ?? TimeProvider.System);
        return server;
    }

    public Task<BatonServiceGetTaskResponse> CallAsync(CancellationToken ct = default) =>
        Channel.CallAsync(BatonMethods.GetTask, One(new BatonServiceGetTaskRequest { HostId = "h" }), "Bearer t", ct);

    public static async IAsyncEnumerable<IMessage> One(IMessage message)
    {
        await Task.CompletedTask;
        yield return message;
    }

    /// <summary>A message as it is on the wire.</summary>
    public static byte[] Frame(IMessage message, byte flag = 0)
    {
        var bytes = message.ToByteArray();
        return [flag, (byte)(bytes.Length >> 24), (byte)(bytes.Length >> 16), (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
    }

    public static async Task AnswerAsync(HttpContext context, params byte[][] frames)
    {
        context.Response.ContentType = "application/grpc";
        foreach (var frame in frames)
            await context.Response.Body.WriteAsync(frame);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _app.DisposeAsync();
    }
}
