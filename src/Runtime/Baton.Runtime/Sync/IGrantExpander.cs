using Baton.C1Z;

namespace Baton.Sync;

/// <summary>Makes the grants of members out of the grants of their groups, in the stored sync.</summary>
interface IGrantExpander
{
    /// <summary>Expands all grants. May be begun again after a crash: it goes on from the state, or does all once more with the same result.</summary>
    ValueTask ExpandAsync(ExpansionStage stage, CancellationToken cancellationToken);
}

/// <summary>What an expander works with. It has the file to itself: all rows are stored, and no listing runs.</summary>
/// <param name="file">The file, whose current sync is expanded.</param>
/// <param name="state">What an earlier run remembered; empty at the beginning.</param>
/// <param name="report">Hears what was done.</param>
/// <param name="checkpoint">Writes a state into the file.</param>
sealed class ExpansionStage(C1ZFile file, string state, SyncReport report, Func<string, CancellationToken, ValueTask> checkpoint)
{
    /// <summary>The file, whose current sync is expanded.</summary>
    internal C1ZFile File => file;

    /// <summary>What an earlier run, which was stopped or killed, remembered last; empty at the beginning.</summary>
    internal string State => state;

    /// <summary>Hears what was done.</summary>
    internal SyncReport Report => report;

    /// <summary>Remembers how far the expansion is. Cheap to call often: it is written every ten seconds, and when the sync is stopped.</summary>
    /// <param name="now">The state: short, and behind rows that are stored.</param>
    /// <param name="cancellationToken">Stops the sync.</param>
    internal ValueTask CheckpointAsync(string now, CancellationToken cancellationToken) => checkpoint(now, cancellationToken);
}
