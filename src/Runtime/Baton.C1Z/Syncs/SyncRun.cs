namespace Baton.C1Z;

/// <summary>One run of a connector that a file holds.</summary>
public sealed record SyncRun
{
    /// <summary>Its id, a KSUID.</summary>
    public required string Id { get; init; }

    /// <summary>What it collected.</summary>
    public required SyncType Type { get; init; }

    /// <summary>When it began: the writer's wall clock, taken as UTC unless the file names an offset.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, on the same clock; null while it is unfinished.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The state of the last checkpoint, as JSON; empty at the beginning.</summary>
    public required string Token { get; init; }

    /// <summary>The sync that this one adds to, or empty.</summary>
    public required string ParentSyncId { get; init; }

    /// <summary>The other half of a pair of upserts and deletions, or empty.</summary>
    public required string LinkedSyncId { get; init; }

    /// <summary>Whether the sync reached the stage after which syncs can be compared.</summary>
    public required bool SupportsDiff { get; init; }

    /// <summary>The counts that the file keeps; null when it keeps none that can be used.</summary>
    public SyncStats? Stats { get; init; }

    // What a DateTimeOffset cannot hold of the times: 0 to 99 nanoseconds.
    internal int StartedNanoseconds { get; init; }

    internal int EndedNanoseconds { get; init; }
}
