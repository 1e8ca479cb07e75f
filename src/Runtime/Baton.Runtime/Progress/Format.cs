using System.Globalization;

namespace Baton.Progress;

/// <summary>Numbers for people.</summary>
static class Format
{
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Whole percent, rounded down, so that 100 is the end.</summary>
    public static long Percent(long done, long total) => total <= 0 ? 100 : 100 * Math.Min(done, total) / total;

    public static string Duration(TimeSpan value) => value switch
    {
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{value.TotalSeconds:0.0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{value.Minutes} min {value.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)value.TotalHours} h {value.Minutes} min"),
    };

    public static string Bytes(long value) => value switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{value} bytes"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{value / 1024.0:0.0} KiB"),
        < 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{value / 1048576.0:0.0} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value / 1073741824.0:0.0} GiB"),
    };
}
