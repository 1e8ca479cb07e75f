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
        EnableMultipleHttp2Connections = false,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
        // Servers hang up on those who ping without calling.
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        // A NAT forgets idle connections without telling.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
        // So that a changed address is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(30),
        MaxResponseHeadersLength = 64,
        SslOptions = new SslClientAuthenticationOptions { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 },
    };
}
