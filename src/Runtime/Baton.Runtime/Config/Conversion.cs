using Baton.Cli;
using Baton.CompilerServices;

namespace Baton.Config;

/// <summary>Converts what somebody gave to the type of the setting. Addresses stay text until <see cref="FieldRules"/> has looked at them.</summary>
static class Conversion
{
    /// <summary>Converts.</summary>
    /// <param name="flag">The setting.</param>
    /// <param name="raw">What was given.</param>
    /// <param name="value">A <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/> or <c>string[]</c>.</param>
    /// <returns>What is wrong, with the name of the setting but without the value of a secret one; null when nothing is.</returns>
    public static string? TryConvert(Flag flag, RawValue raw, out object value)
    {
        value = "";
        if (flag.Kind == ConfigFieldKind.StringMap && raw.Kind is not (RawKind.Structure or RawKind.Elements))
            return TryConvertMap(flag, raw, out value);
        if (raw.Kind is RawKind.Structure or RawKind.Pairs || raw.Kind == RawKind.Elements && flag.Kind != ConfigFieldKind.StringList)
            return $"'{flag.Name}' expected {Expected(flag.Kind)}, got something else";
        if (flag.Kind == ConfigFieldKind.StringList)
            return TryConvertList(flag, raw, out value);
        foreach (var text in raw.Texts)
        {
            if (TryConvertScalar(flag, text, out value) is { } problem)
                return Fault(flag, raw, text, problem);
        }
        return null;
    }

    static string? TryConvertList(Flag flag, RawValue raw, out object value)
    {
        var elements = new List<string>();
        value = elements;
        if (raw.Kind == RawKind.Elements)
        {
            elements.AddRange(raw.Texts);
        }
        else
        {
            foreach (var text in raw.Texts)
            {
                if (CommaSeparated.Parse(text, elements) is { } problem)
                    return Fault(flag, raw, text, problem);
            }
        }
        value = elements.ToArray();
        return null;
    }

    static string Expected(ConfigFieldKind kind) => kind switch
    {
        ConfigFieldKind.StringList => "a list of values",
        ConfigFieldKind.StringMap => "a mapping of names to values",
        _ => "a single value",
    };

    static string? TryConvertMap(Flag flag, RawValue raw, out object value)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        value = map;
        foreach (var text in raw.Texts)
        {
            List<string> pairs = raw.Kind == RawKind.Pairs ? [text] : [];
            if (raw.Kind != RawKind.Pairs && CommaSeparated.Parse(text, pairs) is { } problem)
                return Fault(flag, raw, text, problem);
            foreach (var pair in pairs)
            {
                var at = pair.IndexOf('=', StringComparison.Ordinal);
                if (at < 0)
                    return Fault(flag, raw, text, flag.Field.Secret ? "must be formatted as key=value" : $"{pair} must be formatted as key=value");
                map[pair[..at]] = pair[(at + 1)..];
            }
        }
        return null;
    }

    static string? TryConvertScalar(Flag flag, string text, out object value)
    {
        switch (flag.Kind)
        {
            case ConfigFieldKind.Bool:
            {
                var problem = GoScalar.ParseBool(text, flag.Field.Secret, out var result);
                value = result;
                return problem;
            }
            case ConfigFieldKind.Int:
            {
                var problem = GoScalar.ParseInt(text, 32, flag.Field.Secret, out var result);
                value = (int)result;
                return problem;
            }
            case ConfigFieldKind.Long:
            {
                var problem = GoScalar.ParseInt(text, 64, flag.Field.Secret, out var result);
                value = result;
                return problem;
            }
            default:
                value = text;
                return null;
        }
    }

    static string Fault(Flag flag, RawValue raw, string text, string problem)
    {
        if (raw.Kind != RawKind.Flag)
            return $"cannot parse '{flag.Name}' as {flag.KindName}: {problem}";
        var name = flag.Field.ShortHand == '\0' ? $"--{flag.Name}" : $"-{flag.Field.ShortHand}, --{flag.Name}";
        var argument = flag.Field.Secret ? "" : Quoted.Of(text) + " ";
        return $"invalid argument {argument}for \"{name}\" flag: {problem}";
    }
}
