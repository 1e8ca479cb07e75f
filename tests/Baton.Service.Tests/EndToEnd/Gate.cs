using System.Collections.Concurrent;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>Where the connector waits for the test.</summary>
sealed class Gate
{
    static readonly ConcurrentDictionary<string, Gate> All = new(StringComparer.Ordinal);

    readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _passes;

    public static Gate Of(string name) => All.GetOrAdd(name, _ => new());

    /// <summary>Somebody came to it.</summary>
    public Task Reached => _reached.Task;

    public int Passes => _passes;

    public void Open() => _open.TrySetResult();

    public Task PassAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref _passes);
        _reached.TrySetResult();
        return _open.Task.WaitAsync(ct);
    }
}
