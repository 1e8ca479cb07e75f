namespace Baton.Auth;

/// <summary>Where C1 is.</summary>
/// <param name="Address">Address of the API.</param>
/// <param name="Token">Where access tokens come from.</param>
sealed record C1Endpoint(Uri Address, Uri Token)
{
    /// <summary>Environment variable that sends requests elsewhere, for tests and for private networks.</summary>
    public const string HostVariable = "BATON_C1_API_HOST";

    const string Plaintext = "http://";

    /// <summary>The host of the client id, or another.</summary>
    /// <param name="id">The client id.</param>
    /// <param name="other">
    /// Host and port to use instead; empty for none. With <c>http://</c> in front, and only on this machine, without TLS.
    /// </param>
    /// <exception cref="ConnectorException">That is no host.</exception>
    public static C1Endpoint Of(ClientId id, string? other)
    {
        var host = string.IsNullOrEmpty(other) ? id.Host : other;
        var plaintext = host.StartsWith(Plaintext, StringComparison.Ordinal);
        var text = plaintext ? host : $"https://{host}";
        if (host.Any(char.IsWhiteSpace) || !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.PathAndQuery != "/" || address.UserInfo.Length > 0)
            throw new ConnectorException(ErrorCode.Unknown, $"{Origin(other)} names no host: \"{host}\"");
        if (plaintext && !address.IsLoopback)
            throw new ConnectorException(ErrorCode.Unknown, $"{HostVariable} asks for a connection without TLS, which is allowed to this machine only");
        return new(address, new Uri(address, "/auth/v1/token"));
    }

    static string Origin(string? other) => string.IsNullOrEmpty(other) ? "the client id" : HostVariable;
}
