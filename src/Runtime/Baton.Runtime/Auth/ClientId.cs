namespace Baton.Auth;

/// <summary>The public half of what C1 issues: <c>NAME@HOST[:PORT]/ANYTHING</c>.</summary>
/// <param name="Text">The whole id.</param>
/// <param name="Name">A name for people.</param>
/// <param name="Host">The tenant's host, and port if there is one.</param>
sealed record ClientId(string Text, string Name, string Host)
{
    /// <summary>Whom an assertion is meant for: the host without the port, wherever requests really go.</summary>
    public string Audience => HostAndPort.Split(Host).Host;

    /// <exception cref="ConnectorException">The text is no client id.</exception>
    public static ClientId Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var slash = at < 0 ? -1 : text.IndexOf('/', at);
        if (slash < 0)
            throw Invalid("it has the form NAME@HOST/ANYTHING");
        var host = text[(at + 1)..slash];
        return host.Length > 0 ? new(text, text[..at], host) : throw Invalid("it names no host");
    }

    static ConnectorException Invalid(string why) => new(ErrorCode.Unknown, $"invalid client id: {why}. Copy it from C1, where the connector is set up.");
}
