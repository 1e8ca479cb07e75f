namespace Baton.Sync;

/// <summary>
/// A piece of work that is still to be done. Without a resource type it plans: it reads what is stored, and puts one action for each
/// listing above itself. With one, it is a listing: a sequence of calls into the connector.
/// </summary>
sealed class SyncAction
{
    string _settledToken = "";

    /// <summary>Given by the stack.</summary>
    internal string Id { get; set; } = "";

    /// <summary>One of the names in <see cref="SyncOp"/>.</summary>
    internal required string Operation { get; init; }

    /// <summary>Where to go on: of a listing the connector's token, of a planner a row id; empty at the beginning.</summary>
    internal string PageToken { get; set; } = "";

    internal string? ResourceTypeId { get; init; }

    internal string? ResourceId { get; init; }

    internal ResourceKey? Parent { get; init; }

    /// <summary>The listing is about all resources of the type.</summary>
    internal bool TypeScoped { get; init; }

    /// <summary>The planner has planned the listings of whole types.</summary>
    internal bool TypeScopedPlanned { get; set; }

    internal bool IsListing => ResourceTypeId is not null;

    /// <summary>The listing has no more pages.</summary>
    internal bool HasEnded { get; set; }

    /// <summary>The listing has ended, and all of its rows are stored.</summary>
    internal bool IsSettled { get; private set; }

    /// <summary>The position is one that an earlier run reached, and was not used yet.</summary>
    internal bool IsResumed { get; set; }

    /// <summary>Where a run goes on that knows only what is stored.</summary>
    internal string SafeToken => IsListing ? _settledToken : PageToken;

    /// <summary>Notes that the rows of all pages before the current position are stored.</summary>
    internal void Settle() => (_settledToken, IsSettled) = (PageToken, HasEnded);
}
