using Google.Protobuf.WellKnownTypes;

namespace Baton.Protocol.Validation;

/// <summary>Limits on durations, which may be out of range or contradict themselves.</summary>
static class Durations
{
    public static bool AtMost(Duration duration, long seconds) =>
        IsNormal(duration) && (duration.Seconds < seconds || (duration.Seconds == seconds && duration.Nanos <= 0));

    static bool IsNormal(Duration duration) =>
        duration.Seconds is >= Duration.MinSeconds and <= Duration.MaxSeconds
        && duration.Nanos is > -Duration.NanosecondsPerSecond and < Duration.NanosecondsPerSecond
        && Math.Sign(duration.Seconds) * Math.Sign(duration.Nanos) >= 0;
}
