using Baton.Cli;
using Baton.CompilerServices;

namespace Baton.Config;

/// <summary>Checks the values of the connector's own settings.</summary>
static class FieldRules
{
    /// <summary>Checks that what is required was given.</summary>
    /// <exception cref="UsageException">Something is missing; all of it is named.</exception>
    public static void CheckRequired(IEnumerable<Flag> flags, IReadOnlyDictionary<string, RawValue> given)
    {
        var missing = flags.Where(f => f.Field.Required && !given.ContainsKey(f.Name))
            .Select(static f => $"\"{f.Name}\"")
            .Order(StringComparer.Ordinal)
            .ToList();
        if (missing.Count > 0)
            throw new UsageException($"required flag(s) {string.Join(", ", missing)} not set");
    }

    /// <summary>Checks each value.</summary>
    /// <exception cref="UsageException">Values break their rules; all of them are named.</exception>
    public static void CheckValues(IEnumerable<Flag> flags, Settings settings)
    {
        var faults = flags.Select(f => Fault(f, settings.Given(f.Name))).OfType<string>().ToList();
        if (faults.Count > 0)
            throw new UsageException($"errors found:\n{string.Join('\n', faults)}");
    }

    static string? Fault(Flag flag, object? value)
    {
        var field = flag.Field;
        if (value is "" or IReadOnlyList<string> { Count: 0 })
        {
            return field.Required
                ? $"field {flag.Name} of type {flag.KindName} is marked as required but it has a zero-value"
                : null;
        }
        var got = field.Secret ? "" : $" but got '{value}'";
        if (field.Allowed.Count > 0 && value is string text && !field.Allowed.Contains(text))
            return $"field {flag.Name}: value must be one of [{string.Join(' ', field.Allowed)}]{got}";
        if (flag.Kind == ConfigFieldKind.Uri && value is string address && !Uri.TryCreate(address, UriKind.Absolute, out _))
            return $"field {flag.Name}: value must be a valid URL{got}";
        return null;
    }
}
