using System.Buffers;
using System.Globalization;

namespace Baton.Cli;

/// <summary>Durations as Go writes them (<c>1m30s</c>, <c>500ms</c>), or seconds.</summary>
static class GoDuration
{
    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <exception cref="UsageException">The text is no duration, or a negative one.</exception>
    public static TimeSpan Parse(string flag, string text)
    {
        var total = TimeSpan.Zero;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            digits = digits < 0 ? rest.Length : digits;
            var letters = rest[digits..].IndexOfAny(Digits);
            letters = letters < 0 ? rest.Length - digits : letters;
            if (!double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                || UnitOf(rest.Slice(digits, letters)) is not { } unit || number > TimeSpan.FromDays(1) / unit)
            {
                throw new UsageException($"field {flag}: \"{text}\" is not a duration, such as 25s, or 1m30s");
            }
            total += unit * number;
            rest = rest[(digits + letters)..];
        }
        return text.Length > 0 ? total : throw new UsageException($"field {flag}: a duration is missing, such as 25s");
    }

    static TimeSpan? UnitOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ms" => TimeSpan.FromMilliseconds(1),
        "s" or "" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        "h" => TimeSpan.FromHours(1),
        _ => null,
    };
}
