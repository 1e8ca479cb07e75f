using Baton.C1Z;
using Baton.Logging;
using Microsoft.Extensions.Logging;

namespace Baton.Sync;

/// <summary>Ends the work on a file so that nothing of it is lost: as a finished sync, or as one to go on with.</summary>
sealed class SyncKeeper(C1ZFile file, ILogger logger)
{
    // What is left, after a signal, of the ten seconds that a program has; the listings took some.
    static readonly TimeSpan TimeToSave = TimeSpan.FromSeconds(5);

    /// <summary>Ends the current sync and writes the file. A stop gives it some time to do so.</summary>
    /// <param name="check">Throws when the sync must not end.</param>
    /// <param name="stop">Stops it, a while later.</param>
    internal async Task<(SyncRun Run, SavedFile Saved)> FinishAsync(Func<CancellationToken, Task> check, CancellationToken stop)
    {
        using var patience = new Patience(TimeToSave, stop);
        try
        {
            await check(patience.Token).ConfigureAwait(false);
            file.Cleanup(patience.Token);
            var run = End(patience.Token);
            return (run, await file.SaveAsync(patience.Token).ConfigureAwait(false));
        }
        catch (Exception e) when (e is OperationCanceledException or C1ZException)
        {
            KeepWork(e);
            throw;
        }
    }

    /// <summary>Writes the file with the unfinished sync in it.</summary>
    /// <param name="checkpoint">Writes the state of the sync into the database.</param>
    /// <param name="failure">Why it is unfinished; the one to act on, so that a second one is only logged.</param>
    /// <param name="stop">When this is why, saving may not take long.</param>
    internal async Task KeepAsync(Func<CancellationToken, ValueTask> checkpoint, Exception failure, CancellationToken stop)
    {
        using var patience = new Patience(TimeToSave, stop);
        try
        {
            await checkpoint(patience.Token).ConfigureAwait(false);
            await file.SaveAsync(patience.Token).ConfigureAwait(false);
            logger.Write(LogLevel.Information, "the unfinished sync is kept: run again to go on with it", ("file", file.Path));
        }
        catch (Exception second) when (second is OperationCanceledException or C1ZException)
        {
            logger.Write(LogLevel.Debug, "why the sync is unfinished", ("error", failure.Message));
            KeepWork(second);
        }
    }

    SyncRun End(CancellationToken stop)
    {
        using var interrupt = file.InterruptOn(stop);
        return file.EndSync();
    }

    void KeepWork(Exception failure)
    {
        // A full disk is needed by others, and the next run would end as this one did.
        if (failure is not C1ZException { Error: C1ZError.TempDirectoryFull } && file.KeepWork())
        {
            logger.Write(
                LogLevel.Warning, "the sync could not be saved now; its working folder is kept in the temp directory: run again to go on with it",
                ("file", file.Path), ("error", failure.Message));
        }
        else
        {
            logger.Write(LogLevel.Error, "the unfinished sync could not be kept", ("file", file.Path), ("error", failure.Message));
        }
    }
}
