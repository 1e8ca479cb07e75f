using System.Text.RegularExpressions;

namespace Baton.Generators.Parsing;

/// <summary>Patterns are POSIX extended regular expressions, since other implementations of the protocol read them as such.</summary>
static class PosixPatterns
{
    /// <returns>Null when the pattern means the same everywhere.</returns>
    public static string? Problem(string pattern)
    {
        for (var i = 0; i < pattern.Length - 1; i++)
        {
            if (pattern[i] == '\\')
            {
                if (char.IsLetterOrDigit(pattern[i + 1]))
                    return $"POSIX patterns have no '\\{pattern[i + 1]}'; write a class, for example [0-9] or [[:alpha:]]";
                i++;
            }
            else if (pattern[i] == '(' && pattern[i + 1] == '?')
                return "POSIX patterns have no '(?'";
            else if (pattern[i] is '*' or '+' or '?' or '}' && pattern[i + 1] is '?' or '+')
                return "POSIX patterns have no lazy or possessive repetition";
        }
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return null;
        }
        catch (ArgumentException error)
        {
            return error.Message;
        }
    }
}
