namespace Baton.C1Z;

/// <summary>
/// Keeps an access graph as new as its file. A question is answered by the graph that is there when it is asked; a new one takes its place in one
/// step, when it is complete. A file that cannot be read leaves the last one in place.
/// </summary>
public sealed class AccessGraphSource : IAsyncDisposable
{
    static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(5);

    readonly string _path;
    readonly AccessOptions? _options;
    readonly C1ZOptions _files;
    readonly CancellationTokenSource _stop = new();
    readonly TimeSpan _interval;
    volatile AccessGraph _current;
    string? _version;
    Task _watching = Task.CompletedTask;

    AccessGraphSource(string path, AccessOptions? options, C1ZOptions files, TimeSpan interval, AccessGraph current, string? version) =>
        (_path, _options, _files, _interval, _current, _version) = (path, options, files, interval, current, version);

    /// <summary>Called after each attempt to read a new file: with null when it succeeded. Must not throw.</summary>
    public event Action<Exception?>? Reloaded;

    /// <summary>The graph to ask.</summary>
    public AccessGraph Current => _current;

    /// <summary>Reads the file, and begins to look after it.</summary>
    /// <param name="path">A c1z; or an address, when the program has a <see cref="RemoteStore"/> for it.</param>
    /// <param name="options">How to read addresses and names.</param>
    /// <param name="files">Limits, and the clock; null for those of the environment.</param>
    /// <param name="interval">How often to look whether the file is another one; null for five seconds.</param>
    /// <param name="cancellationToken">Stops the first reading.</param>
    /// <exception cref="C1ZException">It is not a sound c1z of format v1.</exception>
    public static async Task<AccessGraphSource> StartAsync(
        string path, AccessOptions? options = null, C1ZOptions? files = null, TimeSpan? interval = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        files ??= C1ZOptions.FromEnvironment();
        var version = await C1ZVersion.FindAsync(path, cancellationToken).ConfigureAwait(false); // before reading: what is written meanwhile is read next
        var graph = await AccessGraph.LoadAsync(path, options, files, cancellationToken).ConfigureAwait(false);
        var source = new AccessGraphSource(path, options, files, interval ?? DefaultInterval, graph, version);
        source._watching = Task.Run(source.WatchAsync, CancellationToken.None);
        return source;
    }

    /// <summary>Asks the current graph.</summary>
    public AccessDecision Check(Caller caller, ReadOnlySpan<char> action, ReadOnlySpan<char> resource) => _current.Check(caller, action, resource);

    /// <summary>Looks after the file no more. The current graph still answers.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(false);
        _stop.Dispose();
    }

    async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(_interval, _files.TimeProvider, _stop.Token).ConfigureAwait(false);
                await LookAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed.
        }
    }

    async Task LookAsync()
    {
        var version = _version;
        Exception? failure = null;
        try
        {
            version = await C1ZVersion.FindAsync(_path, _stop.Token).ConfigureAwait(false);
            if (version == _version)
                return;
            _current = await AccessGraph.LoadAsync(_path, _options, _files, _stop.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!_stop.IsCancellationRequested)
        {
            failure = e; // whatever it is: the next file may be better
        }
        // A damaged file stays damaged; a disk that is full or a server that does not answer may be better the next time.
        if (failure is not C1ZException { Error: C1ZError.InputOutput or C1ZError.TempDirectoryFull })
            _version = version;
        Reloaded?.Invoke(failure);
    }
}
