namespace Baton.Sync;

/// <summary>Knows which stage a sync is in, and how long each took.</summary>
sealed class StepClock(TimeProvider time, SyncReport report)
{
    readonly Dictionary<SyncStep, TimeSpan> _durations = [];
    SyncStep? _current;
    long _since;

    internal IReadOnlyDictionary<SyncStep, TimeSpan> Durations => _durations;

    /// <summary>Ends the stage at hand, and begins this one; nothing happens when it is the same.</summary>
    internal void Enter(SyncStep step)
    {
        if (_current == step)
            return;
        End();
        (_current, _since) = (step, time.GetTimestamp());
        report.StepStarted(step);
    }

    /// <summary>Ends the stage at hand.</summary>
    internal void End()
    {
        if (_current is not { } step)
            return;
        var duration = time.GetElapsedTime(_since);
        _durations[step] = _durations.GetValueOrDefault(step) + duration;
        _current = null;
        report.StepFinished(step, duration);
    }
}
