namespace Baton.Logging;

/// <summary>Takes the values of secret settings out of text that is about to be shown or logged.</summary>
sealed class SecretRedactor
{
    /// <summary>Shorter values occur in ordinary text by chance.</summary>
    const int MinLength = 4;

    const string Replacement = "[redacted]";

    volatile string[] _secrets = [];

    /// <summary>Adds values to look for, as they are and as they appear in addresses.</summary>
    public void Add(IEnumerable<string> secrets) => _secrets = _secrets
        .Concat(secrets.SelectMany(static s => new[] { s, s.Trim(), Uri.EscapeDataString(s) }))
        .Where(static s => s.Length >= MinLength)
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(static s => s.Length)
        .ToArray();

    public string Redact(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, Replacement, StringComparison.Ordinal);
        return text;
    }
}
