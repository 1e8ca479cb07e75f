namespace Baton.Protocol.Validation;

/// <summary>
/// The uri rule: a URI with a scheme. It is as generous as the receiving side, which refuses only control characters,
/// bad escapes, and hosts or ports that cannot be any.
/// </summary>
static class AbsoluteUri
{
    const string Unreserved = "-_.~";
    const string InUserInfo = Unreserved + "!$&'()*+,;=:%@";
    const string InHost = Unreserved + "!$&'()*+,;=:[]<>\"";

    public static bool IsValid(string text)
    {
        if (text.Any(c => c is < ' ' or '\x7f'))
            return false;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !IsScheme(text.AsSpan(0, colon)))
            return false;

        var (beforeFragment, fragment) = Cut(text[(colon + 1)..], "#");
        if (!HasGoodEscapes(fragment))
            return false;
        var (hierarchy, _) = Cut(beforeFragment, "?");
        if (!hierarchy.StartsWith("//", StringComparison.Ordinal))
            return !hierarchy.StartsWith('/') || HasGoodEscapes(hierarchy);
        var slash = hierarchy.IndexOf('/', 2);
        var authority = slash < 0 ? hierarchy[2..] : hierarchy[2..slash];
        return IsAuthority(authority) && (slash < 0 || HasGoodEscapes(hierarchy[slash..]));
    }

    static bool IsScheme(ReadOnlySpan<char> scheme)
    {
        foreach (var c in scheme)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return false;
        }

        return char.IsAsciiLetter(scheme[0]);
    }

    static bool IsAuthority(string authority)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0 && !(authority[..at].All(c => char.IsAsciiLetterOrDigit(c) || InUserInfo.Contains(c)) && HasGoodEscapes(authority[..at])))
            return false;
        var host = authority[(at + 1)..];
        if (!host.StartsWith('['))
        {
            var colon = host.LastIndexOf(':');
            return colon < 0 ? IsHost(host) : IsHost(host[..colon]) && IsPort(host[colon..]);
        }

        var close = host.LastIndexOf(']');
        return close >= 0 && IsHost(host[..close]) && IsPort(host[(close + 1)..]);
    }

    // Only bytes beyond ASCII may be escaped in a host, and the sign that separates an IPv6 zone.
    static bool IsHost(string host)
    {
        for (var i = 0; i < host.Length; i++)
        {
            if (host[i] == '%')
            {
                if (!IsEscape(host, i) || (host[i + 1] < '8' && !host.AsSpan(i).StartsWith("%25")))
                    return false;
                i += 2;
            }
            else if (char.IsAscii(host[i]) && !char.IsAsciiLetterOrDigit(host[i]) && !InHost.Contains(host[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    static bool IsPort(string port) => port.Length == 0 || (port[0] == ':' && port.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);

    static bool HasGoodEscapes(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (!IsEscape(text, i))
                return false;
        }

        return true;
    }

    static bool IsEscape(string text, int at) =>
        at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]);

    static (string Before, string After) Cut(string text, string separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }
}
