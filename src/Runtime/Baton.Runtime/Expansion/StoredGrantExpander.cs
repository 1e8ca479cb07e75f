using System.Globalization;
using Baton.C1Z;
using Baton.Sync;

namespace Baton.Expansion;

/// <summary>Expands the grants of the stored sync, a few entitlements at a time, and tells how far it is.</summary>
/// <param name="refusesCycles">Fail when groups are members of each other in a circle.</param>
sealed class StoredGrantExpander(bool refusesCycles) : IGrantExpander
{
    public async ValueTask ExpandAsync(ExpansionStage stage, CancellationToken cancellationToken)
    {
        using var expander = await LoadAsync(stage, cancellationToken).ConfigureAwait(false);
        if (refusesCycles && expander.Cycle.Count > 0)
        {
            throw new ConnectorException(ErrorCode.FailedPrecondition, "Grants expand in a circle: " + string.Join(", ", expander.Cycle) +
                " give each other. Remove the circle, or unset BATON_DONT_FIX_CYCLES: then nothing is passed on inside of it.");
        }
        stage.Report.ExpansionLoaded(expander.Edges, expander.Dropped);
        stage.Report.CycleFound(expander.Cycle);
        var isMore = expander.Total > 0;
        while (isMore)
        {
            isMore = await Task.Run(() => expander.Next(cancellationToken), cancellationToken).ConfigureAwait(false);
            stage.Report.Expanding(expander.Done, expander.Total, expander.Added);
            await stage.CheckpointAsync(State(expander.Done), cancellationToken).ConfigureAwait(false);
        }
        stage.Report.Expanded(expander.Added);
    }

    static async Task<GrantExpander> LoadAsync(ExpansionStage stage, CancellationToken cancellationToken)
    {
        _ = int.TryParse(stage.State, NumberStyles.None, CultureInfo.InvariantCulture, out var done);
        try
        {
            return await Task.Run(() => stage.File.ExpandGrants(done, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (GrantExpansionException e)
        {
            throw new ConnectorException(ErrorCode.Unknown, e.Message, e);
        }
    }

    /// <summary>How many entitlements are worked off: their order is the same each time, since only listings change it.</summary>
    static string State(int done) => done.ToString(CultureInfo.InvariantCulture);
}
