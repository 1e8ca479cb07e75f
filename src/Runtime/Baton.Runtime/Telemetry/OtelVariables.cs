using System.Globalization;
using Baton.Cli;

namespace Baton.Telemetry;

/// <summary>The environment variables that programs with OpenTelemetry have in common; an empty one counts as unset.</summary>
sealed class OtelVariables(Func<string, string?> environment)
{
    internal string Text(string name) => environment(name)?.Trim() ?? "";

    internal bool Switch(string name) => Text(name).Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>name=value</c>, joined by commas; values are percent-encoded.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Pairs(string name)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in Text(name).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            // The value may be a secret.
            if (at <= 0)
                throw new UsageException($"{name}: expected name=value, separated by commas");
            pairs.Add(new(pair[..at].TrimEnd(), Uri.UnescapeDataString(pair[(at + 1)..].TrimStart())));
        }
        return pairs;
    }

    internal TimeSpan? Milliseconds(string name)
    {
        var text = Text(name);
        if (text.Length == 0)
            return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) || milliseconds == 0)
            throw new UsageException($"{name}: {Quoted.Of(text)} is no number of milliseconds");
        return TimeSpan.FromMilliseconds(milliseconds);
    }
}
