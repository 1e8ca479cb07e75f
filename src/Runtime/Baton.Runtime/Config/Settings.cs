using Baton.Cli;

namespace Baton.Config;

/// <summary>The converted values of all settings that somebody gave: flag before variable before file. The others have their default.</summary>
sealed class Settings
{
    readonly Dictionary<string, (object Value, string Origin)> _given;
    readonly Dictionary<string, Flag> _flags;

    Settings(Dictionary<string, Flag> flags, Dictionary<string, (object, string)> given)
    {
        _flags = flags;
        _given = given;
    }

    /// <summary>Puts the sources together.</summary>
    /// <param name="flags">All flags.</param>
    /// <param name="raw">What was given for each.</param>
    /// <exception cref="UsageException">A value cannot be converted.</exception>
    public static Settings Convert(IEnumerable<Flag> flags, IReadOnlyDictionary<string, RawValue> raw)
    {
        var byName = flags.ToDictionary(static f => f.Name, StringComparer.Ordinal);
        var given = new Dictionary<string, (object, string)>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var (name, value) in raw.OrderBy(static r => r.Key, StringComparer.Ordinal))
        {
            var fault = Conversion.TryConvert(byName[name], value, out var converted);
            if (fault is not null && value.Kind == RawKind.Flag)
                throw new UsageException(fault);
            if (fault is not null)
                faults.Add($"* {fault} ({value.Origin})");
            else
                given.Add(name, (converted, value.Origin));
        }
        if (faults.Count > 0)
        {
            throw new UsageException(
                $"failed to make configuration: failed to unmarshal config: {faults.Count} error(s) decoding:\n\n{string.Join('\n', faults)}");
        }
        return new Settings(byName, given);
    }

    /// <summary>Whether somebody gave a value, be it that of the default.</summary>
    public bool IsGiven(string name) => _given.ContainsKey(name);

    /// <summary>Where the value comes from, for messages; null when nobody gave one.</summary>
    public string? Origin(string name) => _given.TryGetValue(name, out var given) ? given.Origin : null;

    /// <summary>Whether somebody gave a value that is not that of the default.</summary>
    public bool IsChanged(Flag flag) => _given.TryGetValue(flag.Name, out var given) && given.Value switch
    {
        IReadOnlyList<string> list => list.Count > 0,
        IReadOnlyDictionary<string, string> map => map.Count > 0,
        bool value => value,
        var value => Convertible(value) != (flag.Field.Default ?? ""),
    };

    /// <summary>The value that somebody gave; null when nobody did.</summary>
    public object? Given(string name) => _given.TryGetValue(name, out var given) ? given.Value : null;

    public string Text(string name) => (string?)Given(name) ?? _flags[name].Field.Default ?? "";

    public bool Switch(string name) => (bool?)Given(name) ?? false;

    public int Number(string name) =>
        (int?)Given(name) ?? int.Parse(_flags[name].Field.Default ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    public IReadOnlyList<string> List(string name) => (IReadOnlyList<string>?)Given(name) ?? [];

    /// <summary>The values of secret settings that are not empty.</summary>
    public IEnumerable<string> Secrets => _given
        .Where(g => _flags[g.Key].Field.Secret)
        .SelectMany(static g => g.Value.Value switch
        {
            IReadOnlyList<string> list => list,
            IReadOnlyDictionary<string, string> map => map.Values,
            bool => [],
            var value => (IEnumerable<string>)[Convertible(value)],
        })
        .Where(static s => s.Length > 0);

    static string Convertible(object value) => System.Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
