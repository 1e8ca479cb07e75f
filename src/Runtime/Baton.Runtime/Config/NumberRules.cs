using System.Globalization;
using Baton.CompilerServices;

namespace Baton.Config;

/// <summary>Rules about numbers. The first that is broken counts.</summary>
static class NumberRules
{
    /// <returns>What the number must be; null when it is that.</returns>
    public static string? Broken(ConfigFieldRules rules, long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return rules.Equal is { } only && text != only ? $"expected {only}"
            : rules.Above is { } above && number <= above ? $"value must be greater than {above}"
            : rules.Min is { } least && number < least ? $"value must be greater than or equal to {least}"
            : rules.Below is { } below && number >= below ? $"value must be less than {below}"
            : rules.Max is { } most && number > most ? $"value must be less than or equal to {most}"
            : rules.In.Count > 0 && !rules.In.Contains(text) ? $"value must be one of [{string.Join(' ', rules.In)}]"
            : rules.NotIn.Contains(text) ? $"value must not be one of [{string.Join(' ', rules.NotIn)}]"
            : null;
    }
}
