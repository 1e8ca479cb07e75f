using Baton.Sync;

/// <summary>Nobody looks.</summary>
sealed class NoProgress : ISyncProgress
{
    public void StepStarted(SyncStep step)
    {
    }

    public void StepFinished(SyncStep step, TimeSpan duration)
    {
    }

    public void Listing(string resourceTypeId)
    {
    }

    public void Stored(SyncCounts total)
    {
    }

    public void Expanding(int done, int total, long grants)
    {
    }

    public void Warning(string text)
    {
    }

    public void Waiting(TimeSpan pause, int attempt, string reason)
    {
    }
}
