using System.Net;
using System.Net.Security;
using System.Security.Authentication;

namespace Baton.Transport;

/// <summary>The connections of a channel.</summary>
static class RpcHandler
{
    /// <summary>One HTTP/2 connection at a time, TLS 1.2 or later, through the proxy that the environment names.</summary>
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(20),
        // One, as long as the server allows enough calls on it: an upload must not keep heartbeats waiting.
        EnableMultipleHttp2Connections = true,
        // Only in the silence of a call. Strict servers hang up after the third in one silence that comes within five minutes of the last
        // (grpc-go, when nothing else is set), and on those who ping without calling.
        KeepAlivePingDelay = TimeSpan.FromSeconds(60),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        // A NAT forgets idle connections without telling.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
        // So that a changed address is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(30),
        MaxResponseHeadersLength = 128, // the details of a status may be long
        SslOptions = new SslClientAuthenticationOptions { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 },
    };
}
