using Baton.C1Z;
using Baton.Config;
using Baton.Logging;
using Microsoft.Extensions.Logging;

namespace Baton.Cli;

/// <summary>What the program does with finished syncs, without asking the source for anything.</summary>
sealed class OfflineSyncs(Settings settings, string workingDirectory, C1ZOptions files, ILogger logger)
{
    /// <summary>Adds a sync to the file with what the applied sync has and the base has not.</summary>
    public async Task DiffAsync(string path, CancellationToken stop)
    {
        if (!RemoteStore.IsAddress(path) && !File.Exists(path))
            throw new C1ZException(C1ZError.NotFound, $"{path} does not exist: there is nothing to compare");
        var file = await C1ZFile.OpenAsync(path, files, stop).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            var diff = file.DiffSyncs(settings.Text("base-sync-id"), settings.Text("applied-sync-id"));
            await file.SaveAsync(stop).ConfigureAwait(false);
            logger.Write(LogLevel.Information, "generated diff of syncs", ("new_sync_id", diff.Id));
        }
    }

    /// <summary>Merges syncs of several files into one sync of a new file.</summary>
    public async Task CompactAsync(CancellationToken stop)
    {
        var (paths, ids) = (settings.List("compact-file-paths"), settings.List("compact-sync-ids"));
        if (paths.Count != ids.Count)
            throw new UsageException($"compact-file-paths and compact-sync-ids must be equally many, and are {paths.Count} and {ids.Count}");
        if (paths.Count < 2)
            throw new UsageException("compact-syncs needs two or more files: there is nothing to merge");
        var output = Path.Combine(workingDirectory, settings.Text("compact-output-path"));
        if (!Directory.Exists(output))
            throw new UsageException($"the directory of compact-output-path does not exist: {output}");
        var syncs = paths.Zip(ids, (path, id) => new SyncInFile(Path.Combine(workingDirectory, path), id)).ToList();
        var compacted = await CompactAsync(syncs, output, stop).ConfigureAwait(false);
        logger.Write(LogLevel.Information, "compacted file", ("file_path", compacted.File), ("sync_id", compacted.SyncId));
    }

    async Task<CompactedSync> CompactAsync(IReadOnlyList<SyncInFile> syncs, string output, CancellationToken stop)
    {
        try
        {
            return await SyncCompactor.RunAsync(syncs, output, files, stop).ConfigureAwait(false);
        }
        catch (GrantExpansionException e)
        {
            throw new ConnectorException(ErrorCode.Unknown, e.Message, e);
        }
    }
}
