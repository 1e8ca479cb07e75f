namespace Baton.Runtime.Tests;

/// <summary>Gives a signal when it is read for the so-manieth time: whatever runs is stopped at each of its instants in turn.</summary>
sealed class StoppingClock(TimeProvider time, int reading, CancellationTokenSource signal) : TimeProvider
{
    int _readings;

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        Count();
        return time.GetUtcNow();
    }

    public override long GetTimestamp()
    {
        Count();
        return time.GetTimestamp();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);

    void Count()
    {
        if (Interlocked.Increment(ref _readings) == reading)
            signal.Cancel();
    }
}
