using System.Net;
using System.Net.Sockets;
using System.Text;
using Baton.Logging;
using Microsoft.Extensions.Logging;

namespace Baton.Health;

/// <summary>
/// Answers health checks: GET requests without a body, one a connection. That is all a probe needs, and a web server would be the largest
/// part of the program (docs/adr/0012-health-server.md).
/// </summary>
sealed class HealthServer : IDisposable
{
    const int MostConnections = 16;
    const int MostBytes = 8 << 10;
    static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(40);
    static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    readonly TcpListener _listener;
    readonly HealthChecks _checks;
    readonly ILogger _logger;
    readonly CancellationTokenSource _stop = new();
    readonly SemaphoreSlim _connections = new(MostConnections);

    HealthServer(TcpListener listener, HealthChecks checks, ILogger logger)
    {
        _listener = listener;
        _checks = checks;
        _logger = logger;
    }

    /// <summary>Where it listens.</summary>
    public EndPoint Address => _listener.LocalEndpoint;

    /// <exception cref="ConnectorException">Nothing can listen there.</exception>
    public static HealthServer Start(string address, int port, HealthChecks checks, ILogger logger)
    {
        if (!IPAddress.TryParse(address == "localhost" ? "127.0.0.1" : address, out var ip))
            throw new ConnectorException(ErrorCode.InvalidArgument, $"--health-check-bind-address is no IP address: {address}");
        if (port is < 0 or > IPEndPoint.MaxPort)
            throw new ConnectorException(ErrorCode.InvalidArgument, $"--health-check-port is no port: {port}");
        var listener = new TcpListener(ip, port);
        try
        {
            listener.Start();
        }
        catch (SocketException e)
        {
            listener.Dispose();
            throw new ConnectorException(ErrorCode.Unknown, $"health checks cannot be answered on {address}:{port}: {e.Message}", e);
        }
        var server = new HealthServer(listener, checks, logger);
        logger.Write(LogLevel.Information, "answering health checks", ("address", listener.LocalEndpoint.ToString()));
        _ = server.AcceptAsync(server._stop.Token);
        return server;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
        _connections.Dispose();
    }

    async Task AcceptAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await _connections.WaitAsync(stop).ConfigureAwait(false);
                _ = ServeAsync(await AcceptOneAsync(stop).ConfigureAwait(false), stop);
            }
        }
        catch (Exception e) when (stop.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The service ends.
        }
    }

    /// <summary>The next connection. What is in its way, such as too many open files, passes: an orchestrator must not take the service for dead.</summary>
    async Task<Socket> AcceptOneAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await _listener.AcceptSocketAsync(stop).ConfigureAwait(false);
            }
            catch (SocketException e) when (!stop.IsCancellationRequested)
            {
                _logger.Write(LogLevel.Warning, "health checks cannot be answered just now", ("error", e.Message));
                await Task.Delay(AfterFailure, TimeProvider.System, stop).ConfigureAwait(false);
            }
        }
    }

    async Task ServeAsync(Socket socket, CancellationToken stop)
    {
        try
        {
            var stream = new NetworkStream(socket, ownsSocket: true);
            await using var _ = stream.ConfigureAwait(false);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(TimeLimit);
            var request = await ReadAsync(stream, limit.Token).ConfigureAwait(false);
            await stream.WriteAsync(await AnswerAsync(request, limit.Token).ConfigureAwait(false), limit.Token).ConfigureAwait(false);
            if (!stop.IsCancellationRequested)
                _connections.Release();
        }
        catch (Exception e)
        {
            _logger.LogDebug(e, "a health check was not answered");
            if (!stop.IsCancellationRequested)
                _connections.Release();
        }
    }

    /// <summary>The request line, after the headers came too.</summary>
    static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostBytes];
        var length = 0;
        while (length < MostBytes && buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                break;
            length += read;
        }
        var end = buffer.AsSpan(0, length).IndexOf((byte)'\r');
        return Encoding.ASCII.GetString(buffer, 0, Math.Max(0, end));
    }

    async Task<byte[]> AnswerAsync(string request, CancellationToken cancellationToken)
    {
        if (request.Split(' ') is not [var method, var target, "HTTP/1.1" or "HTTP/1.0"])
            return Format(400, "Bad Request", []);
        if (method is not ("GET" or "HEAD"))
            return Format(405, "Method Not Allowed", []);
        var answer = await _checks.AnswerAsync(target.Split('?')[0], cancellationToken).ConfigureAwait(false);
        return answer is null
            ? Format(404, "Not Found", [])
            : Format(answer.Status, answer.Status == 200 ? "OK" : "Service Unavailable", method == "HEAD" ? [] : answer.Json);
    }

    static byte[] Format(int status, string reason, byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status} {reason}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"),
        .. body,
    ];
}
