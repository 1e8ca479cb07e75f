using Baton.C1Z;

namespace Baton.Sync;

/// <summary>What an earlier run remembered of an unfinished sync.</summary>
sealed record SyncState
{
    /// <summary>What is still to be done, from bottom to top.</summary>
    internal required IReadOnlyList<SyncAction> Actions { get; init; }

    /// <summary>The last number given to an action.</summary>
    internal long LastId { get; init; }

    /// <summary>How many actions have ended.</summary>
    internal long Completed { get; init; }

    /// <summary>What was counted.</summary>
    internal Tally Counted { get; init; } = new();

    /// <summary>Calls of the connector, and waits.</summary>
    internal IReadOnlyDictionary<string, CallStats> Calls { get; init; } = new Dictionary<string, CallStats>();

    /// <summary>Milliseconds of each step.</summary>
    internal IReadOnlyDictionary<string, long> Steps { get; init; } = new Dictionary<string, long>();

    /// <summary>What the connector and its options were, as <see cref="SyncPlan.Mark"/>; empty when another program wrote the state.</summary>
    internal string Mark { get; init; } = "";
}
