using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Baton.Testing;

/// <summary>Takes out of a recording what must not be in a repository.</summary>
public sealed partial record HttpRedaction
{
    /// <summary>What stands for something that was taken out.</summary>
    public const string Redacted = "[redacted]";

    /// <summary>
    /// Names of JSON fields, query parameters and form fields whose values are taken out, compared without case, <c>-</c> and <c>_</c>.
    /// Those of common credentials unless set.
    /// </summary>
    public IReadOnlyList<string> Names { get; init; } =
        ["password", "secret", "clientSecret", "token", "accessToken", "refreshToken", "idToken", "apiKey", "assertion", "clientAssertion", "privateKey", "code", "sig", "signature"];

    /// <summary>Texts that are taken out wherever they are: the credentials that the recording run used.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Headers of answers that are kept; all others are left out.</summary>
    public IReadOnlyList<string> KeptHeaders { get; init; } =
        ["Content-Type", "Link", "Location", "ETag", "Retry-After", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];

    /// <summary>A text without what is secret.</summary>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var form in Texts.Where(static secret => secret.Length > 0).SelectMany(FormsOf).Distinct().OrderByDescending(static form => form.Length))
            text = text.Replace(form, Redacted, StringComparison.Ordinal);
        text = JsonField().Replace(text, match => IsSecret(match.Groups["name"].Value) ? $"{match.Groups["head"].Value}\"{Redacted}\"" : match.Value);
        return Parameter().Replace(text, match => IsSecret(match.Groups["name"].Value) ? $"{match.Groups["head"].Value}{Redacted}" : match.Value);
    }

    bool IsSecret(string name) => Names.Any(secret => Plain(secret).Equals(Plain(name), StringComparison.OrdinalIgnoreCase));

    // As it is, in an address, in a form, and in JSON.
    static IEnumerable<string> FormsOf(string secret) =>
    [
        secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret),
        JavaScriptEncoder.Default.Encode(secret), JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
    ];

    static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    [GeneratedRegex("""(?<head>"(?<name>[^"\\]{1,64})"\s*:\s*)(?:"(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*)""", RegexOptions.None, 10_000)]
    private static partial Regex JsonField();

    [GeneratedRegex("""(?<head>(?:^|[?&])(?<name>[A-Za-z0-9_.-]{1,64})=)[^&\s"]*""", RegexOptions.None, 10_000)]
    private static partial Regex Parameter();
}
