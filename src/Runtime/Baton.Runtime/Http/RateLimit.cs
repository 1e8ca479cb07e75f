using System.Globalization;
using System.Net.Http.Headers;

namespace Baton.Http;

/// <summary>What the headers of a response say about how many requests the source still takes.</summary>
/// <param name="Remaining">How many more are taken before <paramref name="Reset"/>; null when not told.</param>
/// <param name="Reset">When more are taken; null when not told.</param>
readonly record struct RateLimit(long? Remaining, DateTimeOffset? Reset)
{
    static readonly string[] RemainingNames =
        ["X-Ratelimit-Remaining", "Ratelimit-Remaining", "X-RateLimit-Requests-Remaining", "X-Rate-Limit-Remaining"];

    static readonly string[] ResetNames = ["Retry-After", "X-Ratelimit-Reset", "Ratelimit-Reset", "X-RateLimit-Requests-Reset", "X-Rate-Limit-Reset"];

    static readonly TimeSpan UnknownPause = TimeSpan.FromMinutes(1);

    // Nobody asks to wait for thirty years: a number beyond it counts from 1970.
    static readonly TimeSpan Long = TimeSpan.FromDays(30 * 365);

    /// <summary>Reads the headers.</summary>
    internal static RateLimit Of(HttpResponseHeaders headers, DateTimeOffset now) => new(
        First(headers, RemainingNames) is { } remaining ? LeadingNumber(remaining) : null,
        First(headers, ResetNames) is { } reset ? Time(reset, now) : null);

    /// <summary>How long to wait so that the next request is taken: what is left is spread over the time. Null when nothing is told.</summary>
    internal TimeSpan? PauseAt(DateTimeOffset now)
    {
        if (Reset is not { } reset || reset <= now)
            return null;
        var pause = (reset - now) / Math.Max(Remaining ?? 0, 1);
        return TimeSpan.FromSeconds(Math.Ceiling(pause.TotalSeconds));
    }

    /// <summary>
    /// How long to wait after a refusal: until the time that is told, whatever else is said to remain, which is then of another limit. A minute when
    /// nothing is told; null when the time is over already.
    /// </summary>
    internal TimeSpan? PauseAfterRefusal(DateTimeOffset now) => Reset is null ? UnknownPause : (this with { Remaining = 0 }).PauseAt(now);

    static string? First(HttpResponseHeaders headers, string[] names)
    {
        foreach (var name in names)
        {
            if (headers.TryGetValues(name, out var values) && values.FirstOrDefault()?.Trim() is { Length: > 0 } value)
                return value;
        }
        return null;
    }

    static DateTimeOffset? Time(string value, DateTimeOffset now)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string[] formats = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        if (DateTimeOffset.TryParseExact(value, formats, CultureInfo.InvariantCulture, Utc, out var time))
            return time;
        return LeadingNumber(value) switch
        {
            null or < 0 => null,
            { } number when number > Long.TotalMilliseconds => DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(number, MaxUnixMilliseconds)),
            { } number when number > Long.TotalSeconds => DateTimeOffset.FromUnixTimeSeconds(number),
            { } number => now.AddSeconds(number),
        };
    }

    static long MaxUnixMilliseconds => DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>The number that "100;w=60" begins with.</summary>
    static long? LeadingNumber(string value)
    {
        var end = value.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? value : value.AsSpan(0, end);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
