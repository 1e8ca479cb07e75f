namespace Baton.Sync;

/// <summary>Knows of how many resources a type has, and how many were asked for entitlements or grants; listings of several workers end here.</summary>
/// <param name="advanced">Hears what was asked for, of which type, and both numbers.</param>
sealed class Reach(Action<AskedFor, string, long, long> advanced)
{
    readonly Lock _lock = new();
    readonly Dictionary<(string Operation, string ResourceType), (long Done, long Total)> _counts = [];

    internal bool IsNew(string operation, string resourceType)
    {
        if (AskedForBy(operation) is null)
            return false;
        lock (_lock)
            return !_counts.ContainsKey((operation, resourceType));
    }

    internal void Begin(string operation, string resourceType, long done, long total)
    {
        lock (_lock)
            _counts[(operation, resourceType)] = (done, total);
    }

    /// <summary>A resource need not be asked.</summary>
    internal void Skipped(string operation, string resourceType) => Add(operation, resourceType);

    /// <summary>A listing has ended.</summary>
    internal void Ended(SyncAction action)
    {
        if (action.ResourceId is not null)
            Add(action.Operation, action.ResourceTypeId!);
    }

    void Add(string operation, string resourceType)
    {
        if (AskedForBy(operation) is not { } what)
            return;
        (long Done, long Total) counts;
        lock (_lock)
        {
            if (!_counts.TryGetValue((operation, resourceType), out counts))
                return; // resumed behind the planning: nobody counted
            counts.Done++;
            _counts[(operation, resourceType)] = counts;
        }
        advanced(what, resourceType, counts.Done, counts.Total);
    }

    static AskedFor? AskedForBy(string operation) => operation switch
    {
        SyncOp.ListEntitlements => AskedFor.Entitlements,
        SyncOp.ListGrants => AskedFor.Grants,
        _ => null,
    };
}
