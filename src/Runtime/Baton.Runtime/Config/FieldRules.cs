using Baton.Cli;
using Baton.CompilerServices;

namespace Baton.Config;

/// <summary>Checks the values of the connector's own settings. An error names the setting, and never the value of a secret one.</summary>
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
        var (field, rules) = (flag.Field, flag.Field.Rules);
        if (IsEmpty(value))
        {
            if (field.Required)
                return $"field {flag.Name} of type {flag.KindName} is marked as required but it has a zero-value";
            if (!rules.ValidateEmpty || value is null)
                return null;
        }
        return value switch
        {
            string text => Text(flag, text),
            int number => Number(flag, number),
            long number => Number(flag, number),
            string[] items => Items(flag, items),
            bool truth => flag.Field.Rules.Equal is { } only && truth != (only == "true") ? $"field {flag.Name}: expected {only}" : null,
            _ => null,
        };
    }

    static bool IsEmpty(object? value) => value switch
    {
        null or "" or 0 or 0L => true,
        IReadOnlyCollection<string> list => list.Count == 0,
        IReadOnlyDictionary<string, string> map => map.Count == 0,
        _ => false,
    };

    static string? Text(Flag flag, string text)
    {
        var field = flag.Field;
        var broken = field.Allowed.Count > 0 && !field.Allowed.Contains(text) ? $"value must be one of [{string.Join(' ', field.Allowed)}]"
            : TextRules.Broken(field.Rules, text)
            ?? (flag.Kind == ConfigFieldKind.Uri && !Uri.TryCreate(text, UriKind.Absolute, out _) ? "value must be a valid URL" : null);
        return broken is null ? null : $"field {flag.Name}: {broken}{Got(flag, $"'{text}'")}";
    }

    static string? Number(Flag flag, long number) => NumberRules.Broken(flag.Field.Rules, number) is { } broken
        ? $"field {flag.Name}: {broken}{Got(flag, number.ToString(System.Globalization.CultureInfo.InvariantCulture))}"
        : null;

    static string? Items(Flag flag, string[] items)
    {
        var rules = flag.Field.Rules;
        if (rules.MinItems is { } least && items.Length < least)
            return $"field {flag.Name}: value must have at least {least} items but got {items.Length}";
        if (rules.MaxItems is { } most && items.Length > most)
            return $"field {flag.Name}: value must have at most {most} items but got {items.Length}";
        if (rules.Unique && items.GroupBy(static item => item, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1) is { } twice)
            return $"field {flag.Name}: value must not contain duplicate items{(flag.Field.Secret ? "" : $" but got multiple {Quoted.Of(twice.Key)}")}";
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Length > 0 && TextRules.Broken(rules, items[i]) is { } broken)
                return $"field {flag.Name} invalid item at field {i}: {broken}{Got(flag, $"'{items[i]}'")}";
        }
        return null;
    }

    static string Got(Flag flag, string value) => flag.Field.Secret ? "" : $" but got {value}";
}
