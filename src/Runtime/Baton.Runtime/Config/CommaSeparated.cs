using System.Text;

namespace Baton.Config;

/// <summary>Splits a list given as one text: values joined by commas, with quotes (<c>a,"b,c"</c>) around one that has commas itself.</summary>
static class CommaSeparated
{
    /// <summary>Splits the text.</summary>
    /// <param name="text">The text; empty gives no values.</param>
    /// <param name="values">The values.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? Parse(string text, List<string> values)
    {
        var position = 0;
        while (text.Length > 0)
        {
            if (position < text.Length && text[position] == '"')
            {
                if (Unquote(text, ref position) is not { } value)
                    return Error(position, "extraneous or missing \" in quoted-field");
                values.Add(value);
            }
            else
            {
                var end = text.IndexOf(',', position);
                var value = text[position..(end < 0 ? text.Length : end)];
                if (value.IndexOf('"', StringComparison.Ordinal) is >= 0 and var quote)
                    return Error(position + quote, "bare \" in non-quoted-field");
                values.Add(value);
                position += value.Length;
            }
            if (position == text.Length)
                return null;
            position++; // the comma
        }
        return null;
    }

    /// <summary>Reads a quoted value; the position moves behind the closing quote, or to the fault when the result is null.</summary>
    static string? Unquote(string text, ref int position)
    {
        var value = new StringBuilder();
        while (true)
        {
            var close = text.IndexOf('"', position + 1);
            if (close < 0)
            {
                position = text.Length;
                return null;
            }
            value.Append(text, position + 1, close - position - 1);
            position = close + 1;
            if (position == text.Length || text[position] == ',')
                return value.ToString();
            if (text[position] != '"')
                return null;
            value.Append('"');
        }
    }

    static string Error(int position, string problem) => $"parse error on line 1, column {position + 1}: {problem}";
}
