using System.Globalization;

namespace BatonUnix.Files;

/// <summary>Reads the option <c>expiry-time</c> of an authorized key.</summary>
static class SshTime
{
    const string Option = "expiry-time=";

    static readonly string[] Formats = ["yyyyMMdd", "yyyyMMddHHmm", "yyyyMMddHHmmss"];

    /// <summary>The time; null when the option is another one, or no time.</summary>
    public static DateTimeOffset? Parse(string option, TimeZoneInfo local)
    {
        if (!option.StartsWith(Option, StringComparison.OrdinalIgnoreCase))
            return null;
        var text = option[Option.Length..].Trim('"');
        var utc = text.EndsWith('Z') || text.EndsWith("UTC", StringComparison.Ordinal);
        if (utc)
            text = text.EndsWith('Z') ? text[..^1] : text[..^3];
        if (!DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        return new(time, utc ? TimeSpan.Zero : local.GetUtcOffset(time));
    }
}
