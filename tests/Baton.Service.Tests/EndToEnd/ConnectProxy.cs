using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>A proxy of HTTP that makes tunnels, all to the same port of this machine, for those who know the password.</summary>
sealed class ConnectProxy : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentBag<IDisposable> _open = [];
    readonly ConcurrentQueue<string> _requests = new();
    readonly int _port;
    readonly string _expected;
    readonly Task _accepting;

    public ConnectProxy(int port, string userAndPassword)
    {
        _port = port;
        _expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(userAndPassword));
        _listener.Start();
        _accepting = _listener.ServeAsync(ServeAsync);
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>The first lines of all requests.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        foreach (var open in _open)
            open.Dispose();
        await _accepting;
    }

    async Task ServeAsync(TcpClient client)
    {
        _open.Add(client);
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                while (true)
                {
                    var head = await HeadAsync(stream);
                    _requests.Enqueue(head[0]);
                    if (head.Contains($"Proxy-Authorization: {_expected}", StringComparer.OrdinalIgnoreCase))
                        break;
                    await stream.WriteAsync("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"town\"\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
                }
                using var server = new TcpClient();
                _open.Add(server);
                await server.ConnectAsync(IPAddress.Loopback, _port);
                await stream.WriteAsync("HTTP/1.1 200 Go\r\n\r\n"u8.ToArray());
                await Task.WhenAny(stream.CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(stream));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // One of them went.
        }
    }

    static async Task<string[]> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }
        return head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
