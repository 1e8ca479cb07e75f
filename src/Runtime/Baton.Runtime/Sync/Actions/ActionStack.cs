using System.Globalization;

namespace Baton.Sync;

/// <summary>What is still to be done; the last action is next. With it and the stored rows a sync can be continued.</summary>
sealed class ActionStack
{
    readonly List<SyncAction> _actions = [];

    // Have ended, with rows that are not stored yet: after a crash they must be done again.
    readonly List<SyncAction> _unsettled = [];

    internal ActionStack(SyncState? state)
    {
        if (state is null)
            return;
        _actions.AddRange(state.Actions);
        (LastId, Finished) = (state.LastId, state.Completed);
    }

    /// <summary>The last number given to an action.</summary>
    internal long LastId { get; private set; }

    /// <summary>How many actions have ended.</summary>
    internal long Finished { get; private set; }

    /// <summary>How many actions have ended and have all their rows stored; not while listings run.</summary>
    internal long Settled => Finished - _unsettled.Count(static a => !a.IsSettled);

    internal SyncAction? Top => _actions.Count > 0 ? _actions[^1] : null;

    internal void Push(SyncAction action)
    {
        action.Id = (++LastId).ToString("D10", CultureInfo.InvariantCulture);
        _actions.Add(action);
    }

    /// <summary>The topmost listings of the same kind, in the order in which they are due.</summary>
    internal List<SyncAction> TopListings(int most)
    {
        var listings = new List<SyncAction>();
        for (var i = _actions.Count - 1; i >= 0 && listings.Count < most; i--)
        {
            if (!_actions[i].IsListing || _actions[i].Operation != _actions[^1].Operation)
                break;
            listings.Add(_actions[i]);
        }
        return listings;
    }

    /// <summary>How many listings of single resources of a type are due.</summary>
    internal int CountListings(string operation, string resourceType) =>
        _actions.Count(a => a.Operation == operation && a.ResourceTypeId == resourceType && a.ResourceId is not null);

    internal void Finish(SyncAction action)
    {
        _actions.RemoveAt(_actions.LastIndexOf(action));
        Finished++;
        _unsettled.RemoveAll(static a => a.IsSettled);
        if (action.IsListing && !action.IsSettled)
            _unsettled.Add(action);
    }

    /// <summary>What a run that knows only the stored rows has to do, from bottom to top; readers search in it by ascending id.</summary>
    internal IReadOnlyList<SyncAction> Unsettled() =>
        [.. _actions.Concat(_unsettled).Where(static a => !a.IsSettled).OrderBy(static a => a.Id, StringComparer.Ordinal)];
}
