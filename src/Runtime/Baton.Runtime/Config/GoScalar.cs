using System.Globalization;
using Baton.Cli;

namespace Baton.Config;

/// <summary>Reads booleans and whole numbers in the forms that Go connectors accept, with the same error texts.</summary>
static class GoScalar
{
    /// <summary>Reads a boolean.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secret">Keep the text out of the error.</param>
    /// <param name="value">The value.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? ParseBool(string text, bool secret, out bool value)
    {
        value = IsTrue(text);
        return value || text is "0" or "f" or "F" or "false" or "FALSE" or "False"
            ? null
            : Error("ParseBool", text, secret, "invalid syntax");
    }

    /// <summary>Whether the text is one for true; nothing is said about others.</summary>
    public static bool IsTrue(string? text) => text is "1" or "t" or "T" or "true" or "TRUE" or "True";

    /// <summary>Reads a whole number: decimal, or with the prefix <c>0x</c>, <c>0o</c>, <c>0</c> or <c>0b</c>, with <c>_</c> between digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bits">32 or 64.</param>
    /// <param name="secret">Keep the text out of the error.</param>
    /// <param name="value">The value.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? ParseInt(string text, int bits, bool secret, out long value)
    {
        value = 0;
        var digits = text.AsSpan();
        var negative = digits.StartsWith("-");
        if (negative || digits.StartsWith("+"))
            digits = digits[1..];
        var radix = TakePrefix(ref digits);
        if (digits.IsEmpty || digits[0] == '_' && radix == 10 || digits[^1] == '_' || digits.Contains("__", StringComparison.Ordinal))
            return Error("ParseInt", text, secret, "invalid syntax");
        UInt128 magnitude = 0;
        var limit = (UInt128)1 << (bits - 1);
        foreach (var c in digits)
        {
            if (c == '_')
                continue;
            var digit = DigitValue(c);
            if (digit >= radix)
                return Error("ParseInt", text, secret, "invalid syntax");
            magnitude = UInt128.Min(magnitude * (uint)radix + (uint)digit, limit + 1); // stays above the limit: later digits may still be wrong
        }
        if (magnitude > limit || magnitude == limit && !negative)
            return Error("ParseInt", text, secret, "value out of range");
        value = (long)(negative ? -(Int128)magnitude : (Int128)magnitude);
        return null;
    }

    static int TakePrefix(ref ReadOnlySpan<char> digits)
    {
        if (digits.Length < 2 || digits[0] != '0')
            return 10;
        var (radix, length) = digits[1] switch
        {
            'x' or 'X' => (16, 2),
            'o' or 'O' => (8, 2),
            'b' or 'B' => (2, 2),
            _ => (8, 1),
        };
        digits = digits[length..];
        return radix;
    }

    static int DigitValue(char c) => char.IsAsciiHexDigit(c) ? int.Parse([c], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : int.MaxValue;

    static string Error(string function, string text, bool secret, string problem) =>
        secret ? $"strconv.{function}: {problem}" : $"strconv.{function}: parsing {Quoted.Of(text)}: {problem}";
}
