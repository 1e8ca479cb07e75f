using System.Diagnostics;
using System.Globalization;
using Baton.Transport;

namespace Baton.Service.Tests.Interop;

/// <summary>A server of @grpc/grpc-js in a process of its own, and a channel to it.</summary>
public sealed class NodeServer : IAsyncLifetime
{
    readonly Process _process = new();

    internal RpcChannel Channel { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _process.StartInfo = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Interop", "server.cjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["NODE_PATH"] = NodeModules.FolderOf("@grpc/grpc-js") },
        };
        _process.Start();
        var port = int.Parse((await NextLineAsync()).Split(' ')[1], CultureInfo.InvariantCulture);
        Channel = new RpcChannel(new Uri($"http://127.0.0.1:{port}"), "tester/1", new HttpMessageInvoker(RpcHandler.Create()), TimeProvider.System);
    }

    /// <summary>What the server says next.</summary>
    public async Task<string> NextLineAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) ?? throw new InvalidOperationException("the server ended");

    public async ValueTask DisposeAsync()
    {
        Channel?.Dispose();
        _process.StandardInput.Close(); // which ends it
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        _process.Dispose();
    }
}
