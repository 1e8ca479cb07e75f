using System.Globalization;
using System.Text;

namespace Baton.Generators.Emit;

/// <summary>C# literals, the same in every culture and for every compiler version.</summary>
static class Literals
{
    /// <summary>A string literal; <c>null</c> for null.</summary>
    public static string Text(string? value)
    {
        if (value is null)
            return "null";
        var literal = new StringBuilder("\"");
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogatePair(value, i))
                literal.Append(value[i]).Append(value[++i]);
            else
                literal.Append(value[i] == '\'' ? "'" : Escape(value[i]));
        }
        return literal.Append('"').ToString();
    }

    /// <summary>A character literal.</summary>
    public static string Character(char value) => "'" + (value == '"' ? "\"" : Escape(value)) + "'";

    public static string Truth(bool value) => value ? "true" : "false";

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A raw string literal over several lines, as UTF-8 bytes; the text must have no lone surrogates and no line ends but <c>\n</c>.</summary>
    public static string RawUtf8(string text)
    {
        var quotes = new string('"', Math.Max(3, LongestRunOfQuotes(text) + 1));
        return $"{quotes}\n{text}\n{quotes}u8";
    }

    static string Escape(char value) => value switch
    {
        '"' => "\\\"",
        '\'' => "\\'",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when IsUnsafe(value) => "\\u" + ((int)value).ToString("x4", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    // Characters that end a line, are invisible, change the direction of text, or are no characters at all.
    static bool IsUnsafe(char value) => char.IsControl(value) || char.IsSurrogate(value) || CharUnicodeInfo.GetUnicodeCategory(value)
        is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;

    static int LongestRunOfQuotes(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
