namespace Baton.Tasks.Tests.Interop;

/// <summary>Waits are over sooner than they were meant to be; what the clock shows is right.</summary>
sealed class FastTime(double factor) : TimeProvider
{
    public override long GetTimestamp() => (long)(System.GetTimestamp() * factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Sooner(dueTime), Sooner(period)), this);

    TimeSpan Sooner(TimeSpan wait) => wait > TimeSpan.Zero ? wait / factor : wait;

    sealed class Timer(ITimer inner, FastTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(time.Sooner(dueTime), time.Sooner(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
