using Baton.C1Z;

namespace Baton.C1ZTool.Explorer;

/// <summary>The files that are shown, one or two, and their syncs.</summary>
sealed class Library(C1ZReader file, C1ZReader? other)
{
    const int MostSyncs = 200;
    const int MostOpen = 4; // each remembers names within bounds of its own

    readonly Lock _gate = new();
    readonly List<ShownSync> _open = [];

    /// <summary>The syncs: those of the file first, each with an id that is different in both.</summary>
    public async Task<List<ListedSync>> SyncsAsync(CancellationToken cancellationToken)
    {
        var syncs = new List<ListedSync>();
        foreach (var (reader, prefix) in Readers())
        {
            await foreach (var run in reader.SyncRunsAsync(cancellationToken))
            {
                if (syncs.Count < MostSyncs)
                    syncs.Add(new(prefix + run.Id, run, Path.GetFileName(reader.Path), IsDefault: reader == file && run.Id == file.Sync?.Id));
            }
        }
        return syncs;
    }

    /// <summary>The sync with an id of the list; without an id the chosen one of the file.</summary>
    public async Task<ShownSync> OpenAsync(string? id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(id))
            return Remember(file.Sync?.Id ?? "", file.Current);
        lock (_gate)
        {
            if (_open.Find(shown => shown.Id == id) is { } known)
                return known;
        }
        foreach (var (reader, prefix) in Readers())
        {
            await foreach (var run in reader.SyncRunsAsync(cancellationToken))
            {
                if (prefix + run.Id == id)
                    return Remember(id, reader.View(run));
            }
        }
        throw new NotThereException($"there is no sync {id}");
    }

    IEnumerable<(C1ZReader Reader, string Prefix)> Readers() => other is null ? [(file, "")] : [(file, ""), (other, "base:")];

    ShownSync Remember(string id, SyncView view)
    {
        lock (_gate)
        {
            var shown = _open.Find(known => known.Id == id) ?? new(id, view, new(view));
            _open.Remove(shown);
            _open.Add(shown);
            if (_open.Count > MostOpen)
                _open.RemoveAt(0);
            return shown;
        }
    }
}

/// <summary>A sync to choose.</summary>
sealed record ListedSync(string Id, SyncRun Run, string File, bool IsDefault);

/// <summary>A sync that is shown.</summary>
sealed record ShownSync(string Id, SyncView View, SyncDetails Details);

/// <summary>What was asked for is not in the file.</summary>
sealed class NotThereException(string message) : Exception(message);
