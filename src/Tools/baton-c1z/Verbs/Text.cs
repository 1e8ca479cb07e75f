using System.Globalization;

namespace Baton.C1ZTool;

/// <summary>How values read in tables.</summary>
static class Text
{
    public static string Time(DateTimeOffset? time) => time is { } t ? t.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "-";

    /// <summary>As Go prints a duration of whole seconds: <c>1h2m3s</c>.</summary>
    public static string Duration(TimeSpan duration)
    {
        var seconds = (long)Math.Round(duration.TotalSeconds, MidpointRounding.AwayFromZero);
        var (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        return string.Create(
            CultureInfo.InvariantCulture, $"{(hours > 0 ? $"{hours}h" : "")}{(seconds >= 60 ? $"{minutes}m" : "")}{seconds % 60}s");
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
