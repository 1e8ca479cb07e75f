namespace Baton.Tests.Shared;

/// <summary>A clock that stands still until it is moved. When <see cref="Skips"/> is set, it jumps to the end of every wait at once.</summary>
sealed class FakeTime : TimeProvider
{
    readonly Lock _lock = new();
    readonly List<Timer> _timers = [];
    readonly List<TimeSpan> _waits = [];
    DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    internal bool Skips { get; init; } = true;

    /// <summary>The waits that were asked for, in their order.</summary>
    internal IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
                return [.. _waits];
        }
    }

    /// <summary>How many waits there are now.</summary>
    internal int Waiting
    {
        get
        {
            lock (_lock)
                return _timers.Count;
        }
    }

    /// <summary>How long the next wait still takes.</summary>
    internal TimeSpan Next
    {
        get
        {
            lock (_lock)
                return _timers.Count == 0 ? Timeout.InfiniteTimeSpan : _timers.Min(static t => t.Due) - _now;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    internal void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_lock)
        {
            _now += by;
            due = _timers.FindAll(t => t.Due <= _now);
            _timers.RemoveAll(due.Contains);
        }
        foreach (var timer in due)
            timer.Fire();
    }

    /// <summary>Jumps to the end of the next wait.</summary>
    /// <returns>How long that was.</returns>
    internal TimeSpan AdvanceToNext()
    {
        TimeSpan by;
        lock (_lock)
            by = _timers.Min(static t => t.Due) - _now;
        Advance(by);
        return by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    void Schedule(Timer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            _waits.Add(dueTime);
            timer.Due = _now + dueTime;
            _timers.Add(timer);
        }
        if (Skips)
            ThreadPool.QueueUserWorkItem(_ => Advance(timer.Due - GetUtcNow()));
    }

    sealed class Timer(FakeTime time, TimerCallback callback, object? state) : ITimer
    {
        internal DateTimeOffset Due { get; set; }

        internal void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Schedule(this, dueTime);
            return true;
        }

        public void Dispose() => time.Schedule(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
