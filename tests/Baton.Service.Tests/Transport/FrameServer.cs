using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Baton.Transport;

namespace Baton.Service.Tests.Transport;

/// <summary>A server of HTTP/2 that does what no library lets it do, and a channel to it.</summary>
sealed class FrameServer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentBag<TcpClient> _clients = [];
    readonly Func<FramePeer, int, Task> _serve;
    readonly Task _accepting;
    int _connections;

    /// <param name="serve">What happens on a connection; the number says which it is, from 1. At its end the connection is closed.</param>
    public FrameServer(Func<FramePeer, int, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        Channel = new RpcChannel(new Uri($"http://{_listener.LocalEndpoint}"), "tester/1", new HttpMessageInvoker(RpcHandler.Create()), TimeProvider.System);
        _accepting = _listener.ServeAsync(ServeAsync);
    }

    public RpcChannel Channel { get; }

    public int Connections => _connections;

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        _listener.Dispose();
        foreach (var client in _clients)
            client.Dispose();
        await _accepting;
    }

    async Task ServeAsync(TcpClient client)
    {
        _clients.Add(client);
        using (client)
        {
            try
            {
                await _serve(new FramePeer(client.GetStream()), Interlocked.Increment(ref _connections));
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // The client went.
            }
        }
    }
}
