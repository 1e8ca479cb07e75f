using Baton.Sync;

namespace Baton.Progress;

/// <summary>Tells two.</summary>
sealed class BothProgress(ISyncProgress first, ISyncProgress second) : ISyncProgress
{
    /// <inheritdoc/>
    public void StepStarted(SyncStep step)
    {
        first.StepStarted(step);
        second.StepStarted(step);
    }

    /// <inheritdoc/>
    public void StepFinished(SyncStep step, TimeSpan duration)
    {
        first.StepFinished(step, duration);
        second.StepFinished(step, duration);
    }

    /// <inheritdoc/>
    public void Listing(string resourceTypeId)
    {
        first.Listing(resourceTypeId);
        second.Listing(resourceTypeId);
    }

    /// <inheritdoc/>
    public void Stored(SyncCounts total)
    {
        first.Stored(total);
        second.Stored(total);
    }

    /// <inheritdoc/>
    public void Expanding(int done, int total, long grants)
    {
        first.Expanding(done, total, grants);
        second.Expanding(done, total, grants);
    }

    /// <inheritdoc/>
    public void Asked(AskedFor what, string resourceTypeId, long done, long total)
    {
        first.Asked(what, resourceTypeId, done, total);
        second.Asked(what, resourceTypeId, done, total);
    }

    /// <inheritdoc/>
    public void Warning(string text)
    {
        first.Warning(text);
        second.Warning(text);
    }

    /// <inheritdoc/>
    public void Waiting(TimeSpan pause, int attempt, string reason)
    {
        first.Waiting(pause, attempt, reason);
        second.Waiting(pause, attempt, reason);
    }
}
