using System.Net;
using System.Net.Sockets;
using Baton.Cli;

namespace Baton.C1ZTool.Explorer;

/// <summary>
/// Answers GET requests of this machine, one a connection, within bounds of number, size and time. A page for one reader needs no more, and a
/// web server would be the larger part of the program (docs/adr/0017-explorer.md).
/// </summary>
sealed class LocalServer : IDisposable
{
    public const int MostConnections = 32;
    public const int MostBytes = 16 << 10;
    static readonly TimeSpan TimeToAsk = TimeSpan.FromSeconds(15);
    static readonly TimeSpan TimeToAnswer = TimeSpan.FromSeconds(60);
    static readonly TimeSpan TimeToHangUp = TimeSpan.FromSeconds(2);

    readonly TcpListener _listener;
    readonly ToolHost _host;
    readonly SemaphoreSlim _connections = new(MostConnections);

    /// <param name="port">The port; 0 for any that is free.</param>
    /// <param name="host">The clock, and where failures are told.</param>
    /// <exception cref="ToolException">The port is taken.</exception>
    public LocalServer(int port, ToolHost host)
    {
        (_listener, _host) = (new(IPAddress.Loopback, port), host);
        try
        {
            _listener.Start();
        }
        catch (SocketException e)
        {
            _listener.Dispose();
            throw new ToolException($"cannot listen on port {port} of this machine: {e.Message}; choose another --port, or 0 for any that is free");
        }
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Answers until it is stopped; then waits for what is being answered.</summary>
    public async Task RunAsync(Func<HttpRequest, CancellationToken, Task<HttpReply>> answer, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await _connections.WaitAsync(stop);
                Socket socket;
                try
                {
                    socket = await _listener.AcceptSocketAsync(stop);
                }
                catch (Exception e)
                {
                    _connections.Release();
                    if (e is not SocketException)
                        throw;
                    throw new ToolException($"this machine lets nobody connect any more: {e.Message}");
                }
                _ = ServeAsync(socket, answer, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // That is how it ends.
        }
        finally
        {
            _listener.Stop();
            for (var i = 0; i < MostConnections; i++)
                await _connections.WaitAsync(CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _connections.Dispose();
    }

    async Task ServeAsync(Socket socket, Func<HttpRequest, CancellationToken, Task<HttpReply>> answer, CancellationToken stop)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            if (await HeadAsync(stream, stop) is not { Length: > 0 } head)
                return;
            using var limit = Limit(TimeToAnswer, stop);
            var request = head.Length > MostBytes ? null : HttpRequest.Parse(head);
            var reply = request is not null ? await answer(request, limit.Token)
                : head.Length > MostBytes ? HttpReply.Text(HttpStatusCode.RequestHeaderFieldsTooLarge, $"a request may have {MostBytes} bytes")
                : HttpReply.Text(HttpStatusCode.BadRequest, "this is no request of HTTP/1.1");
            await stream.WriteAsync(reply.ToBytes(withBody: request?.Method != "HEAD"), limit.Token);
            await HangUpAsync(socket, stream, stop);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // Who asked is gone, too slow, or the program ends: nobody is there to be told.
        }
        catch (Exception e)
        {
            await _host.Error.WriteLineAsync($"error: a request was not answered: {TerminalText.Line(e.ToString())}");
        }
        finally
        {
            _connections.Release();
        }
    }

    /// <summary>Everything up to the empty line; more than allowed when that does not come, nothing when nobody asks.</summary>
    static async Task<byte[]> HeadAsync(NetworkStream stream, CancellationToken stop)
    {
        using var limit = Limit(TimeToAsk, stop);
        var buffer = new byte[MostBytes + 1];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), limit.Token);
            length += read;
            if (read == 0 || buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0)
                break;
        }
        return buffer[..length];
    }

    // Closing with bytes unread would reset the connection, and take the answer away from who sent too much.
    static async Task HangUpAsync(Socket socket, NetworkStream stream, CancellationToken stop)
    {
        socket.Shutdown(SocketShutdown.Send);
        using var limit = Limit(TimeToHangUp, stop);
        var rest = new byte[4 << 10];
        for (var left = 256; left > 0 && await stream.ReadAsync(rest, limit.Token) > 0; left--)
        {
        }
    }

    static CancellationTokenSource Limit(TimeSpan time, CancellationToken stop)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(time);
        return limit;
    }
}
