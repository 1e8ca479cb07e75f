using Baton.C1Z;
using Baton.External;

namespace Baton.Sync;

/// <summary>What to sync, and into which file.</summary>
public sealed record SyncOptions
{
    /// <summary>Path of the <c>.c1z</c> file; a sync is added when it exists.</summary>
    public required string File { get; init; }

    /// <summary>The resource types to store; empty for all. Grants to principals of other types are left out.</summary>
    public IReadOnlyList<string> ResourceTypes { get; init; } = [];

    /// <summary>
    /// Sync these resources only, with what belongs to them: their entitlements and grants, and the resources under them. Each run is a
    /// sync of its own. Empty for everything.
    /// </summary>
    public IReadOnlyList<ResourceKey> Resources { get; init; } = [];

    /// <summary>Ask the source for nothing: validate, and store an empty sync.</summary>
    public bool SkipFullSync { get; init; }

    /// <summary>Store resource types and resources only.</summary>
    public bool SkipEntitlementsAndGrants { get; init; }

    /// <summary>Store no grants.</summary>
    public bool SkipGrants { get; init; }

    /// <summary>Leave grants of groups as they are, with their mark, for a reader that makes the grants of members itself.</summary>
    public bool SkipGrantExpansion { get; init; }

    /// <summary>Fail when groups that stand for their members contain each other, instead of passing nothing on inside of such a circle.</summary>
    public bool RefuseGrantCycles { get; init; }

    /// <summary>Take users and groups of another system from its file, and make grants to them; null for none.</summary>
    public ExternalOptions? External { get; init; }

    /// <summary>How many listings may run at the same time: 0 for one, -1 for as many as the machine has processors, up to four.</summary>
    public int Workers { get; init; }

    /// <summary>How often the state is written, so that a killed run can be continued there; 10 seconds unless set.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a run may take; without a limit when null. A run that takes longer ends with <see cref="SyncNotCompleteException"/> and
    /// leaves its sync unfinished in the file, for the next run to go on with.
    /// </summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>Limits and places for the file.</summary>
    public C1ZOptions C1ZOptions { get; init; } = new();

    /// <summary>The clock, also for the file.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
