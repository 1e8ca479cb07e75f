namespace Baton.Logging;

/// <summary>Passwords in addresses (<c>https://user:password@host</c>), which errors and logs of the platform quote.</summary>
static class AddressSecrets
{
    static readonly string[] Proxies = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"];

    /// <summary>Those of the addresses of proxies. They may be malformed, and be quoted nevertheless.</summary>
    public static IEnumerable<string> OfProxies(Func<string, string?> environment)
    {
        foreach (var name in Proxies.Concat(Proxies.Select(static p => p.ToLowerInvariant())))
        {
            if (environment(name) is not { } address || address.LastIndexOf('@') is not (> 0 and var at))
                continue;
            var user = address[(address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..at];
            foreach (var secret in OfUser(user).Prepend(user))
                yield return secret;
        }
    }

    /// <summary>That of a setting, if it is an address with one.</summary>
    public static IEnumerable<string> OfSetting(string text) =>
        text.Contains('@', StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var address) ? OfUser(address.UserInfo) : [];

    static IEnumerable<string> OfUser(string user)
    {
        if (user.IndexOf(':', StringComparison.Ordinal) is not (>= 0 and var colon))
            yield break;
        yield return user[(colon + 1)..];
        yield return Uri.UnescapeDataString(user[(colon + 1)..]);
    }
}
