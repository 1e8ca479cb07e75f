using System.Diagnostics;

namespace Baton.Sync;

/// <summary>Knows which stage a sync is in, and how long each took.</summary>
sealed class StepClock(TimeProvider time, SyncReport report)
{
    readonly Dictionary<SyncStep, TimeSpan> _durations = [];
    SyncStep? _current;
    Activity? _span;
    long _since;

    internal IReadOnlyDictionary<SyncStep, TimeSpan> Durations => _durations;

    /// <summary>Ends the stage at hand, and begins this one; nothing happens when it is the same.</summary>
    internal void Enter(SyncStep step)
    {
        if (_current == step)
            return;
        End();
        (_current, _since) = (step, time.GetTimestamp());
        _span = SyncTrace.Step(step);
        report.StepStarted(step);
    }

    /// <summary>Leaves the stage at hand unfinished.</summary>
    internal void Stop() => _span?.Dispose();

    /// <summary>Ends the stage at hand.</summary>
    internal void End()
    {
        if (_current is not { } step)
            return;
        var duration = time.GetElapsedTime(_since);
        _durations[step] = _durations.GetValueOrDefault(step) + duration;
        _current = null;
        _span?.Dispose();
        report.StepFinished(step, duration);
    }
}
