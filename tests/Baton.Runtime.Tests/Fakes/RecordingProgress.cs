using Baton.Sync;

namespace Baton.Runtime.Tests;

/// <summary>Remembers what a sync told; fails the test when two things are told at once.</summary>
sealed class RecordingProgress : ISyncProgress
{
    readonly List<string> _events = [];
    int _inside;

    internal IReadOnlyList<string> Events => _events;

    internal SyncCounts Rows { get; private set; }

    internal int StoredCalls { get; private set; }

    public void StepStarted(SyncStep step) => Record($"start {step}");

    public void StepFinished(SyncStep step, TimeSpan duration) => Record($"end {step}");

    public void Listing(string resourceTypeId) => Record($"list {resourceTypeId}");

    public void Stored(SyncCounts total) => Once(() => (Rows, StoredCalls) = (total, StoredCalls + 1));

    public void Expanding(int done, int total, long grants) => Record($"expand {done}/{total} {grants}");

    public void Warning(string text) => Record($"warning {text}");

    public void Waiting(TimeSpan pause, int attempt, string reason) => Record($"wait {pause.TotalSeconds}s {attempt} {reason}");

    void Record(string what) => Once(() => _events.Add(what));

    void Once(Action record)
    {
        Assert.Equal(1, Interlocked.Increment(ref _inside));
        record();
        Interlocked.Decrement(ref _inside);
    }
}
