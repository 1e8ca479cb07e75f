namespace Baton.Generators.Parsing;

/// <summary>What the protocol asks of addresses.</summary>
static class UrlRules
{
    public static bool IsHttps(string url) =>
        url.StartsWith("https://", StringComparison.Ordinal) && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0;
}
