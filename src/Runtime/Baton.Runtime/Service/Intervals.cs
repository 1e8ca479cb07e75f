using Google.Protobuf.WellKnownTypes;

namespace Baton.Service;

/// <summary>How long to wait: what C1 says, within bounds, and what nobody says.</summary>
static class Intervals
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    static readonly TimeSpan ShortestHeartbeat = TimeSpan.FromSeconds(1);
    static readonly TimeSpan DefaultHeartbeat = TimeSpan.FromSeconds(30);

    // Otherwise a C1 that says nothing would be asked without a pause.
    static readonly TimeSpan ShortestIdlePoll = TimeSpan.FromSeconds(1);

    /// <summary>Until the next poll; at once when C1 says nothing.</summary>
    public static TimeSpan Poll(Duration? told) => Clamp(Read(told), TimeSpan.Zero, Longest);

    /// <summary>Until the next poll after one that brought nothing.</summary>
    public static TimeSpan IdlePoll(TimeSpan poll) => Jitter(Clamp(poll, ShortestIdlePoll, Longest));

    /// <summary>Until the next heartbeat.</summary>
    public static TimeSpan Heartbeat(Duration? told) =>
        Read(told) is var wait && wait == TimeSpan.Zero ? DefaultHeartbeat : Clamp(wait, ShortestHeartbeat, Longest);

    /// <summary>After so many failures in a row: twice as long each time.</summary>
    public static TimeSpan Backoff(int failures, TimeSpan longest)
    {
        const int Doublings = 20;
        var wait = TimeSpan.FromSeconds(1L << Math.Min(failures - 1, Doublings));
        return Jitter(wait < longest ? wait : longest);
    }

    /// <summary>Up to a tenth more or less, so that replicas do not move in step.</summary>
    static TimeSpan Jitter(TimeSpan wait) => wait * (0.9 + (0.2 * Random.Shared.NextDouble()));

    static TimeSpan Clamp(TimeSpan value, TimeSpan least, TimeSpan most) => value < least ? least : value > most ? most : value;

    // A malformed or gigantic duration is clamped like any other.
    static TimeSpan Read(Duration? told) => told is null
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Clamp(told.Seconds, -86400, 86400)) + TimeSpan.FromTicks(told.Nanos / 100);
}
