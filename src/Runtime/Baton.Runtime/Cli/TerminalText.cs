using System.Buffers;
using System.Globalization;
using System.Text;

namespace Baton.Cli;

/// <summary>Makes text from elsewhere safe to show: control characters, escape sequences and direction marks become visible escapes.</summary>
static class TerminalText
{
    // Symbols among the narrow ones that terminals draw as pictures.
    static readonly SearchValues<char> WideSymbols =
        SearchValues.Create("⌚⌛\u2329\u232a⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕");

    /// <summary>The text in one line.</summary>
    public static string Line(string text) => Clean(text, keepsLines: false);

    /// <summary>The text with its line ends and tabs.</summary>
    public static string Lines(string text) => Clean(text, keepsLines: true);

    /// <summary>The text in one line of at most so many columns.</summary>
    public static string Fit(string text, int columns)
    {
        var line = Line(text);
        var used = 0;
        var length = 0;
        var fits = 0; // characters that leave room for the ellipsis
        foreach (var rune in line.EnumerateRunes())
        {
            used += Width(rune);
            if (used > columns)
                return line[..fits] + (columns > 0 ? "…" : "");
            length += rune.Utf16SequenceLength;
            if (used < columns)
                fits = length;
        }
        return line;
    }

    /// <summary>The number of columns that the line takes.</summary>
    public static int Columns(string line) => line.EnumerateRunes().Sum(Width);

    static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ when rune.Value is >= 0x1160 and <= 0x11ff => 0, // vowels and finals of Korean syllables in parts
        _ when rune.IsBmp && WideSymbols.Contains((char)rune.Value) => 2,
        _ => rune.Value is >= 0x1100 and (<= 0x115f or (>= 0x2e80 and <= 0xa4cf) or (>= 0xa960 and <= 0xa97c) or (>= 0xac00 and <= 0xd7a3)
            or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6)
            or 0x1f004 or 0x1f0cf or (>= 0x1f18e and <= 0x1f19a) or (>= 0x1f200 and <= 0x3fffd)) ? 2 : 1,
    };

    static string Clean(string text, bool keepsLines)
    {
        if (text.All(static c => c is >= ' ' and < '\x7f'))
            return text;
        var clean = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSafe(rune, keepsLines))
                clean.Append(rune.ToString());
            else if (rune.Value < 0x100)
                clean.Append("\\x").Append(rune.Value.ToString("x2", CultureInfo.InvariantCulture));
            else
                clean.Append("\\u").Append(rune.Value.ToString("x4", CultureInfo.InvariantCulture));
        }
        return clean.ToString();
    }

    static bool IsSafe(Rune rune, bool keepsLines) => rune.Value switch
    {
        '\n' or '\t' => keepsLines,
        0x200c or 0x200d => true, // joiners, which names in several scripts need
        _ => Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
    };
}
