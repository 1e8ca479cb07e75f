using Baton.C1Z;
using Baton.Logging;
using Microsoft.Extensions.Logging;

namespace Baton.Sync;

/// <summary>Decides whether a run goes on with an unfinished sync of the file, or begins one.</summary>
sealed class SyncStart(SyncPlan plan, C1ZFile file, ILogger logger)
{
    /// <summary>Makes a sync the current one of the file.</summary>
    /// <returns>Where to go on; null for the beginning.</returns>
    /// <exception cref="ConnectorException">The unfinished sync belongs to a newer program; the file is as it was.</exception>
    internal SyncState? Begin(CancellationToken cancellationToken)
    {
        if (plan.IsTargeted)
        {
            BeginPartial(cancellationToken);
            return null;
        }
        if (file.FindUnfinished(plan.Type) is not { } unfinished)
        {
            file.StartSync(plan.Type);
            return null;
        }
        var state = SyncTokenReader.Read(unfinished.Token, $"the unfinished sync {unfinished.Id} in {file.Path}");
        file.ResumeSync(unfinished.Id);
        logger.Write(
            LogLevel.Information, "resumed previous sync", ("sync_id", unfinished.Id), ("sync_type", unfinished.Type.Name), ("recovered", file.IsRecovered));
        if (state.Mark == plan.Mark)
            return state;
        // Positions mean nothing to another connector, and rows of another plan may not belong here.
        if (unfinished.Token.Length > 0)
            logger.Write(LogLevel.Warning, "the unfinished sync was begun by another connector, version, choice of resource types or of principals from another file: it begins anew");
        file.ClearSync(cancellationToken);
        return null;
    }

    /// <summary>Begins an empty sync, whatever is in the file.</summary>
    internal void BeginEmpty() => file.StartSync(SyncType.Full);

    void BeginPartial(CancellationToken cancellationToken)
    {
        // Never gone on with: what is left of others would only take up room.
        file.DiscardUnfinished(SyncType.Partial, cancellationToken);
        file.StartSync(SyncType.Partial, file.FindFinished(SyncType.Full)?.Id);
    }
}
