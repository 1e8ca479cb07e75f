using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>The line between a connector and C1, which can be cut.</summary>
sealed class Line : IAsyncDisposable
{
    readonly ConcurrentDictionary<TcpClient, Connection> _connections = new();
    readonly int _port;
    TcpListener _listener = new(IPAddress.Loopback, 0);
    volatile TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Line(string host)
    {
        _port = new Uri(host).Port;
        _open.SetResult();
        Listen();
        Host = $"http://{_listener.LocalEndpoint}";
    }

    public string Host { get; }

    /// <summary>Waits after each piece that it delivers.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>Nothing is delivered, and nobody is told.</summary>
    public void GoDark() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Resets every connection, and refuses new ones.</summary>
    public void Break()
    {
        var port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _listener.Dispose();
        _listener = new TcpListener(IPAddress.Loopback, port);
        foreach (var client in _connections.Keys)
            Reset(client);
    }

    /// <summary>The line is back.</summary>
    /// <param name="forgets">Whether connections from before stay dead, silently, as behind a NAT that was restarted.</param>
    public void Restore(bool forgets)
    {
        if (forgets)
        {
            foreach (var connection in _connections.Values)
                connection.IsForgotten = true;
        }
        _open.TrySetResult();
        if (!_listener.Server.IsBound)
            Listen();
    }

    public ValueTask DisposeAsync()
    {
        _open.TrySetResult();
        _listener.Dispose();
        foreach (var client in _connections.Keys)
            client.Dispose();
        return ValueTask.CompletedTask;
    }

    static void Reset(TcpClient client)
    {
        client.LingerState = new LingerOption(true, 0);
        client.Dispose();
    }

    void Listen()
    {
        _listener.Start();
        _ = _listener.ServeAsync(ServeAsync);
    }

    async Task ServeAsync(TcpClient client)
    {
        var connection = _connections.GetOrAdd(client, static _ => new());
        using var server = new TcpClient();
        try
        {
            await _open.Task;
            await server.ConnectAsync(IPAddress.Loopback, _port);
            await Task.WhenAny(
                PumpAsync(client.GetStream(), server.GetStream(), connection), PumpAsync(server.GetStream(), client.GetStream(), connection));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One of them went.
        }
        finally
        {
            _connections.TryRemove(client, out _);
            Reset(client);
        }
    }

    async Task PumpAsync(NetworkStream from, NetworkStream to, Connection connection)
    {
        var buffer = new byte[16 << 10];
        while (await from.ReadAsync(buffer) is > 0 and var length)
        {
            await _open.Task;
            if (connection.IsForgotten)
                continue;
            await to.WriteAsync(buffer.AsMemory(0, length));
            await Task.Delay(Slowness);
        }
    }

    sealed class Connection
    {
        public volatile bool IsForgotten;
    }
}
