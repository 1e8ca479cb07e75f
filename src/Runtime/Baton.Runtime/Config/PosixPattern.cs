using System.Text.RegularExpressions;

namespace Baton.Config;

/// <summary>POSIX extended regular expressions: as .NET's, but for named classes, and matched in linear time.</summary>
static class PosixPattern
{
    static readonly (string Name, string Characters)[] Classes =
    [
        ("[:alnum:]", "A-Za-z0-9"), ("[:alpha:]", "A-Za-z"), ("[:blank:]", " \\t"), ("[:cntrl:]", "\\x00-\\x1F\\x7F"), ("[:digit:]", "0-9"),
        ("[:graph:]", "!-~"), ("[:lower:]", "a-z"), ("[:print:]", " -~"), ("[:punct:]", "!-/:-@\\[-`{-~"), ("[:space:]", "\\t\\n\\v\\f\\r "),
        ("[:upper:]", "A-Z"), ("[:word:]", "A-Za-z0-9_"), ("[:xdigit:]", "A-Fa-f0-9"),
    ];

    public static bool IsMatch(string pattern, string text)
    {
        foreach (var (name, characters) in Classes)
            pattern = pattern.Replace(name, characters, StringComparison.Ordinal);
        return Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
