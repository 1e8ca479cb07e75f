using System.Text.Encodings.Web;

namespace Baton.Logging;

/// <summary>Takes secrets out of text that is about to be shown or logged: values of secret settings, access tokens, passwords of tasks.</summary>
sealed class SecretRedactor
{
    /// <summary>Of secrets that come and go, the last ones: a service meets new ones for months.</summary>
    public const int MostPassing = 128;

    /// <summary>Shorter values occur in ordinary text by chance.</summary>
    const int MinLength = 4;

    /// <summary>Shorter lines of a secret with several may be anything: a name, a brace.</summary>
    const int MinLine = 16;

    const string Replacement = "[redacted]";

    readonly Lock _lock = new();
    readonly List<string> _lasting = [];
    readonly Queue<string> _passing = new();
    volatile string[] _forms = [];

    /// <summary>Adds values to look for, as they are and as they appear in addresses and in JSON.</summary>
    public void Add(IEnumerable<string> secrets)
    {
        lock (_lock)
        {
            var count = _lasting.Count;
            _lasting.AddRange(secrets.Where(secret => secret.Length >= MinLength && !_lasting.Contains(secret)).Distinct(StringComparer.Ordinal).ToList());
            if (_lasting.Count > count)
                Rebuild();
        }
    }

    /// <summary>Adds values that are secrets for a while, in the place of the oldest of these.</summary>
    public void AddPassing(IEnumerable<string> secrets)
    {
        lock (_lock)
        {
            foreach (var secret in secrets.Where(secret => secret.Length >= MinLength && !_passing.Contains(secret)))
                _passing.Enqueue(secret);
            while (_passing.Count > MostPassing)
                _passing.Dequeue();
            Rebuild();
        }
    }

    public string Redact(string text)
    {
        foreach (var form in _forms)
            text = text.Replace(form, Replacement, StringComparison.Ordinal);
        return text;
    }

    // The longest first: one may be a part of another.
    void Rebuild() => _forms = _lasting.Concat(_passing)
        .SelectMany(static secret => Lines(secret).Prepend(secret))
        .SelectMany(static secret => new[]
        {
            secret, secret.Trim(), Uri.EscapeDataString(secret), JavaScriptEncoder.Default.Encode(secret), JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
        })
        .Where(static form => form.Length >= MinLength)
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(static form => form.Length)
        .ToArray();

    /// <summary>The lines of a key in several: an error may quote one of them. What frames a key is known to everybody.</summary>
    static IEnumerable<string> Lines(string secret) => secret.Contains('\n', StringComparison.Ordinal)
        ? secret.Split('\n', StringSplitOptions.TrimEntries).Where(static line => line.Length >= MinLine && !line.StartsWith("-----", StringComparison.Ordinal))
        : [];
}
