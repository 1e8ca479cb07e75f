namespace Baton.Logging;

/// <summary>Passwords in the addresses of proxies, which the platform's errors quote.</summary>
static class ProxySecrets
{
    static readonly string[] Variables = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"];

    public static IEnumerable<string> Of(Func<string, string?> environment)
    {
        foreach (var name in Variables.Concat(Variables.Select(static v => v.ToLowerInvariant())))
        {
            if (environment(name) is not { } address || address.LastIndexOf('@') is not (> 0 and var at))
                continue;
            var user = address[(address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..at];
            yield return user;
            if (user.IndexOf(':', StringComparison.Ordinal) is not (>= 0 and var colon))
                continue;
            yield return user[(colon + 1)..];
            yield return Uri.UnescapeDataString(user[(colon + 1)..]);
        }
    }
}
