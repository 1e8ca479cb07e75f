using Baton.CompilerServices;

namespace Baton.Testing;

/// <summary>What holds for any sync.</summary>
sealed class SyncConformance<TConnector>(ConformanceRuns<TConnector> runs)
    where TConnector : IConnector
{
    static readonly string[] WorkerCounts = ["1", "4"];

    public Task ValidateAsync(CancellationToken cancellationToken) => runs.SyncAsync(cancellationToken, "--skip-entitlements-and-grants");

    public async Task RowsAsync(CancellationToken cancellationToken)
    {
        var sync = await runs.SyncAsync(cancellationToken).ConfigureAwait(false);
        sync.ShouldBeConsistent();
        if (sync.Resources.Count == 0)
            throw new ConnectorAssertionException("The sync found no resource at all: give it a source with something in it, or no test says anything.");
    }

    public async Task RepeatAsync(CancellationToken cancellationToken)
    {
        var first = await runs.SyncAsync(cancellationToken).ConfigureAwait(false);
        ConformanceRuns<TConnector>.ShouldBeEqual(first, await runs.SyncAsync(cancellationToken).ConfigureAwait(false), "that is repeated");
    }

    public async Task WorkersAsync(CancellationToken cancellationToken)
    {
        var expected = await runs.SyncAsync(cancellationToken).ConfigureAwait(false);
        foreach (var workers in WorkerCounts)
        {
            var sync = await runs.SyncAsync(cancellationToken, "--workers", workers).ConfigureAwait(false);
            ConformanceRuns<TConnector>.ShouldBeEqual(expected, sync, $"with --workers {workers}");
        }
    }

    /// <summary>What is in the session store is a hint: a store that keeps nothing changes nothing.</summary>
    public async Task SessionAsync(CancellationToken cancellationToken)
    {
        var expected = await runs.SyncAsync(cancellationToken).ConfigureAwait(false);
        var sync = await runs.SyncAsync(cancellationToken, "--session-store-maximum-size", "0").ConfigureAwait(false);
        ConformanceRuns<TConnector>.ShouldBeEqual(expected, sync, "with a session store that keeps nothing");
    }
}
