using Baton.C1Z.Envelope;
using Baton.C1Z.Schema;

namespace Baton.C1Z;

/// <summary>Copies one sync into a file of its own.</summary>
public static class SyncExport
{
    /// <summary>Writes a c1z that holds one sync and nothing else.</summary>
    /// <param name="path">The file with the sync.</param>
    /// <param name="syncId">A finished sync; null for the full one that finished last.</param>
    /// <param name="output">A file that does not exist.</param>
    /// <param name="options">Null for those of the environment.</param>
    /// <param name="cancellationToken">Stops the work; there is no file then.</param>
    /// <exception cref="C1ZException">There is no such sync, or a file at the output already.</exception>
    public static async Task<SavedFile> RunAsync(
        string path, string? syncId, string output, C1ZOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(output);
        options ??= C1ZOptions.FromEnvironment();
        using var place = await C1ZPlace.ForReadingAsync(path, options, cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Run(place, syncId, output, options, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    static SavedFile Run(C1ZPlace place, string? syncId, string output, C1ZOptions options, CancellationToken cancellationToken)
    {
        if (File.Exists(output))
            throw new C1ZException(C1ZError.InputOutput, $"{output} exists already; remove it, or choose another name");
        using var copy = WorkingCopy.ForWriting(place, options with { Recoverable = false }, isNew: false, cancellationToken);
        var runs = new SyncRunTable(copy.Database);
        var sync = syncId is null ? runs.LatestFinished(SyncType.Full) : runs.Find(syncId);
        if (sync is not { EndedAt: not null })
            throw new C1ZException(C1ZError.SyncNotFound, $"{place.Name} has no finished {(syncId is null ? "full sync" : "sync " + syncId)}");
        RemoveOthers(copy, sync.Id, cancellationToken);
        RemoveForeignTables(copy);
        copy.Compact(cancellationToken);
        return EnvelopeWriter.Pack(copy.Close(), output, cancellationToken);
    }

    static void RemoveOthers(WorkingCopy copy, string syncId, CancellationToken cancellationToken)
    {
        var runs = new SyncRunTable(copy.Database);
        var cleanup = new SyncCleanup(copy.Database, currentSyncId: null);
        for (var cursor = long.MinValue; runs.Page(ref cursor, 100) is { Count: > 0 } page;)
        {
            foreach (var other in page.Where(run => run.Id != syncId))
                cleanup.Delete(other.Id, cancellationToken);
        }
    }

    static void RemoveForeignTables(WorkingCopy copy)
    {
        var foreign = new List<string>();
        using (var tables = copy.Database.Prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"))
        {
            while (tables.Step())
            {
                if (tables.Text(0) is { } name && !Array.Exists(Tables.All, table => table.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                    foreign.Add(name);
            }
        }
        foreach (var name in foreign)
            copy.Database.Execute($"DROP TABLE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
