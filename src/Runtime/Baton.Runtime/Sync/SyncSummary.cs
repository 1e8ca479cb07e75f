using Baton.C1Z;

namespace Baton.Sync;

/// <summary>What a sync found, and where it is.</summary>
public sealed record SyncSummary
{
    /// <summary>Id of the sync in the file.</summary>
    public required string SyncId { get; init; }

    /// <summary>The kind of sync as stored: <c>full</c> or <c>resources_only</c>.</summary>
    public required string SyncType { get; init; }

    /// <summary>Full path of the file.</summary>
    public required string File { get; init; }

    /// <summary>Size of the file.</summary>
    public required long FileBytes { get; init; }

    /// <summary>What is stored of each resource type of this sync, ordered by id.</summary>
    public required IReadOnlyList<ResourceTypeCounts> ResourceTypes { get; init; }

    /// <summary>What is missing, and why.</summary>
    public required IReadOnlyList<SyncWarning> Warnings { get; init; }

    /// <summary>Resources that were not stored, since they had no id or not a valid one.</summary>
    public required long ResourcesSkipped { get; init; }

    /// <summary>Grants that were not stored, for example since their principal is of a type outside the filter.</summary>
    public required long GrantsDropped { get; init; }

    /// <summary>Whether there are grants that stand for the members of their principal, and expanding them was left to the reader.</summary>
    public required bool NeedsExpansion { get; init; }

    /// <summary>Grants that this run made for the members of groups; they are part of the numbers of rows.</summary>
    public required long ExpandedGrants { get; init; }

    /// <summary>How long each stage took.</summary>
    public required IReadOnlyDictionary<SyncStep, TimeSpan> Durations { get; init; }

    /// <summary>Calls of the connector by method, also with the resource type behind a colon, and waits; of all runs that the sync took.</summary>
    public required IReadOnlyDictionary<string, CallStats> Calls { get; init; }

    /// <summary>How long all took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>All rows of the sync.</summary>
    public SyncCounts Total => new(
        ResourceTypes.Sum(static t => t.Stored.Resources),
        ResourceTypes.Sum(static t => t.Stored.Entitlements),
        ResourceTypes.Sum(static t => t.Stored.Grants));
}

/// <summary>What is stored of a resource type.</summary>
/// <param name="Id">Id of the type.</param>
/// <param name="DisplayName">Name shown to people.</param>
/// <param name="Stored">Numbers of rows.</param>
public sealed record ResourceTypeCounts(string Id, string DisplayName, SyncCounts Stored);
