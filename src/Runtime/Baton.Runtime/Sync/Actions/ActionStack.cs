using System.Globalization;

namespace Baton.Sync;

/// <summary>What is still to be done; the last action is next. With it and the stored rows a sync can be continued.</summary>
sealed class ActionStack
{
    readonly List<SyncAction> _actions = [];

    /// <summary>From bottom to top.</summary>
    internal IReadOnlyList<SyncAction> Actions => _actions;

    /// <summary>The last number given to an action.</summary>
    internal long LastId { get; private set; }

    /// <summary>How many actions have ended.</summary>
    internal long Finished { get; private set; }

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

    internal void Finish(SyncAction action)
    {
        _actions.RemoveAt(_actions.LastIndexOf(action));
        Finished++;
    }
}
