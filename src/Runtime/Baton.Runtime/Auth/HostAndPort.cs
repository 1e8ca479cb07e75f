using System.Globalization;

namespace Baton.Auth;

/// <summary>Takes <c>host:port</c> apart.</summary>
static class HostAndPort
{
    /// <summary>Host and port; no port when there is none.</summary>
    public static (string Host, int? Port) Split(string text)
    {
        var colon = text.LastIndexOf(':');
        // An IPv6 address without brackets has colons, but no port.
        var isPort = colon >= 0 && (text.IndexOf(':', StringComparison.Ordinal) == colon || text[colon - 1] == ']');
        return isPort && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? (text[..colon], port)
            : (text, null);
    }
}
