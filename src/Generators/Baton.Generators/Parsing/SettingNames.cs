using Baton.Generators.Diagnostics;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Keeps the names of settings apart, as flags and as environment variables.</summary>
sealed class SettingNames(IParseSink sink)
{
    readonly Dictionary<string, ConfigFieldModel> _byVariable = new(StringComparer.Ordinal);
    readonly Dictionary<char, ConfigFieldModel> _byShortHand = [];

    public static string Variable(string name) => "BATON_" + name.ToUpperInvariant().Replace('-', '_');

    /// <returns>False when another setting has the name.</returns>
    public bool Add(ConfigFieldModel field, Location? place)
    {
        var variable = Variable(field.Name);
        if (_byVariable.TryGetValue(variable, out var earlier))
        {
            sink.Report(Descriptors.DuplicateSetting, place, earlier.Property, field.Property, field.Name, variable);
            return false;
        }
        _byVariable.Add(variable, field);
        if (field.ShortHand == '\0')
            return true;
        if (_byShortHand.TryGetValue(field.ShortHand, out var other))
            sink.Report(Descriptors.ShortHandIsInvalid, place, field.Property, field.ShortHand, $"'{other.Property}' has it");
        else
            _byShortHand.Add(field.ShortHand, field);
        return true;
    }
}
