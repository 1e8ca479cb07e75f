using System.Globalization;
using Baton;

namespace BatonUnix.Files;

/// <summary>A line of <c>/etc/shadow</c>; days count from 1970-01-01, and null stands for "never".</summary>
sealed record ShadowEntry(PasswordState Password, int? LastChange, int? MaxAge, int? Inactive, int? Expires)
{
    /// <summary>Why the account cannot be used on a day, in the order in which login asks; null when it can.</summary>
    public string? Blocked(DateOnly today)
    {
        var day = today.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        if (Password == PasswordState.Locked)
            return "password locked";
        if (Expires <= day)
            return $"expired on {Date(Expires.Value)}";
        var end = (long?)LastChange + MaxAge + Inactive;
        return LastChange > 0 && end < day ? $"password expired, inactive since {Date(end.Value)}" : null;
    }

    /// <summary>The day as ISO 8601 text; far days are limited to the calendar.</summary>
    public static string Date(long day) => DateOnly
        .FromDayNumber((int)Math.Clamp(day + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber, 0, DateOnly.MaxValue.DayNumber))
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Reads <c>/etc/shadow</c>.</summary>
static class ShadowFile
{
    public const string Path = "/etc/shadow";

    public static IReadOnlyDictionary<string, ShadowEntry> Parse(TextFile file, ISyncWarnings warnings)
    {
        var entries = new Dictionary<string, ShadowEntry>(StringComparer.Ordinal);
        foreach (var (line, fields) in AccountLines.Of(file, 2, "nothing is known about the account's password", warnings))
        {
            var dates = true;
            int? Day(int at)
            {
                if (at >= fields.Length || fields[at].Length == 0 || fields[at] == "-1")
                    return null;
                if (int.TryParse(fields[at], NumberStyles.None, CultureInfo.InvariantCulture, out var day))
                    return day;
                dates = false;
                return null;
            }

            var entry = new ShadowEntry(PasswordStates.OfShadow(fields[1]), Day(2), Day(4), Day(6), Day(7));
            if (!dates)
                warnings.Add($"{file.At(line.Number)}: a date is not a number of days: it counts as \"never\".");
            if (!entries.TryAdd(fields[0], entry))
                warnings.Add($"{file.At(line.Number)}: \"{fields[0]}\" is there a second time: only its first line counts.");
        }
        return entries;
    }
}
