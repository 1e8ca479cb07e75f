namespace Baton.Sync;

/// <summary>
/// A piece of work that is still to be done. Without a resource type it plans: it reads what is stored, and puts one action for each
/// listing above itself. With one, it is a listing: a sequence of calls into the connector.
/// </summary>
sealed class SyncAction
{
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
}
