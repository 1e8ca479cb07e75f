using System.Globalization;

namespace Baton.C1Z;

/// <summary>Times in date columns: the local wall clock of the writer, without a zone.</summary>
static class Timestamps
{
    const string Written = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    static readonly string[] Accepted =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd",
        "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd HH:mm:ss zzz",
    ];

    /// <summary>The current local time in the layout of the file.</summary>
    public static string Now(TimeProvider time) => Format(time.GetLocalNow().DateTime);

    public static string Format(DateTime wallClock) => wallClock.ToString(Written, CultureInfo.InvariantCulture);

    /// <summary>Reads every layout that Go reads. A time without a zone counts as UTC, which is how Go shows it.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        var (plain, fraction) = WithoutFraction(GoString(text));
        if (plain.Length > 10 && plain[10] == 'T')
            plain = string.Concat(plain.AsSpan(0, 10), " ", plain.AsSpan(11));
        if (plain.EndsWith('Z'))
            plain = plain[..^1];
        if (!DateTimeOffset.TryParseExact(plain, Accepted, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
            return false;
        time = time.AddTicks(fraction);
        return true;
    }

    /// <summary>What comes behind the ticks: the eighth and ninth digit of the fraction.</summary>
    public static int Nanoseconds(string? text)
    {
        if (text is not { Length: > 27 } || text[19] != '.')
            return 0;
        var fraction = text.AsSpan(20);
        var end = fraction.IndexOfAnyExceptInRange('0', '9');
        if (end >= 0)
            fraction = fraction[..end];
        return fraction.Length < 8 ? 0 : ((fraction[7] - '0') * 10) + (fraction.Length > 8 ? fraction[8] - '0' : 0);
    }

    // "2026-11-21 01:46:40.09750921 +0000 UTC m=+0.01" is what Go prints: the zone's name and the rest say nothing more.
    static string GoString(string text)
    {
        var zone = text.IndexOf(' ', Math.Min(text.Length, 11));
        if (zone < 0 || text.Length < zone + 6)
            return text;
        var offset = text.AsSpan(zone + 1, 5);
        return offset[0] is '+' or '-' && text.Length > zone + 6 && text[zone + 6] == ' '
            ? string.Concat(text.AsSpan(0, zone), offset[..3], ":", offset[3..])
            : text;
    }

    // Up to nine digits; .NET keeps seven of them.
    static (string Text, long Ticks) WithoutFraction(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot != 19)
            return (text, 0);
        var end = dot + 1;
        long ticks = 0;
        for (var scale = TimeSpan.TicksPerSecond / 10; end < text.Length && char.IsAsciiDigit(text[end]) && end - dot <= 9; end++, scale /= 10)
            ticks += (text[end] - '0') * scale;
        return end == dot + 1 ? (text, 0) : (string.Concat(text.AsSpan(0, dot), text.AsSpan(end)), ticks);
    }
}
