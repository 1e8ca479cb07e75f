using System.Net.Sockets;

namespace Baton.Service.Tests;

/// <summary>What all servers of tests do that are made of sockets.</summary>
static class Listening
{
    /// <summary>Serves everybody who comes, side by side, until the listener is stopped.</summary>
    public static async Task ServeAsync(this TcpListener listener, Func<TcpClient, Task> serve)
    {
        try
        {
            while (true)
                _ = serve(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // It is stopped.
        }
    }
}
