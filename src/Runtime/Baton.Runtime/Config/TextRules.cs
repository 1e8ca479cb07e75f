using System.Text;
using Baton.CompilerServices;

namespace Baton.Config;

/// <summary>Rules about texts. The first that is broken counts.</summary>
static class TextRules
{
    /// <returns>What the text must be, without the text; null when it is that.</returns>
    public static string? Broken(ConfigFieldRules rules, string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        return rules.Equal is { } only && text != only ? $"expected '{only}'"
            : rules.Length is { } exact && bytes != exact ? $"value must be exactly {exact} characters long"
            : rules.MinLength is { } least && bytes < least ? $"value must be at least {least} characters long"
            : rules.MaxLength is { } most && bytes > most ? $"value must be at most {most} characters long"
            : rules.Pattern is { } pattern && !PosixPattern.IsMatch(pattern, text) ? $"value must match pattern {pattern}"
            : rules.Prefix is { } prefix && !text.StartsWith(prefix, StringComparison.Ordinal) ? $"value must have prefix '{prefix}'"
            : rules.Suffix is { } suffix && !text.EndsWith(suffix, StringComparison.Ordinal) ? $"value must have suffix '{suffix}'"
            : rules.Contains is { } part && !text.Contains(part, StringComparison.Ordinal) ? $"value must contain '{part}'"
            : rules.NotContains is { } other && text.Contains(other, StringComparison.Ordinal) ? $"value must not contain '{other}'"
            : rules.In.Count > 0 && !rules.In.Contains(text) ? $"value must be one of [{string.Join(' ', rules.In)}]"
            : rules.NotIn.Contains(text) ? $"value must not be one of [{string.Join(' ', rules.NotIn)}]"
            : WellKnownTexts.Name(rules.WellKnown) is { } form && !WellKnownTexts.IsMatch(rules.WellKnown, text) ? $"value must be a valid {form}"
            : null;
    }
}
