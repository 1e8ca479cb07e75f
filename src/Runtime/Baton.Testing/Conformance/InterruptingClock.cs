namespace Baton.Testing;

/// <summary>The system's clock, which counts how often it is looked at, and cancels something at one of these times.</summary>
sealed class InterruptingClock(long at, CancellationTokenSource interrupt) : TimeProvider
{
    long _looks;

    /// <summary>The cancelling: not on the thread that looked, which may be anywhere.</summary>
    public Task Interruption { get; private set; } = Task.CompletedTask;

    public long Looks => Interlocked.Read(ref _looks);

    public override DateTimeOffset GetUtcNow()
    {
        Look();
        return base.GetUtcNow();
    }

    public override long GetTimestamp()
    {
        Look();
        return base.GetTimestamp();
    }

    void Look()
    {
        if (Interlocked.Increment(ref _looks) == at)
            Interruption = interrupt.CancelAsync();
    }
}
