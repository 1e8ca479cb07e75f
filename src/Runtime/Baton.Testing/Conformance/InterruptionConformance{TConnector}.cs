using Baton.CompilerServices;

namespace Baton.Testing;

/// <summary>What an interruption may do to a sync: delay it.</summary>
sealed class InterruptionConformance<TConnector>(ConformanceRuns<TConnector> runs)
    where TConnector : IConnector
{
    /// <summary>A run that is interrupted at once ends soon, and leaves nothing half done.</summary>
    public async Task CancelAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "sync.c1z");
        var complete = await runs.SyncAsync(runs.Options.Run with { File = file }, cancellationToken, cancellationToken).ConfigureAwait(false);
        complete.ShouldSucceed();
        var before = await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await stop.CancelAsync().ConfigureAwait(false);
        await runs.SyncAsync(runs.Options.Run with { File = file }, stop.Token, cancellationToken).ConfigureAwait(false);
        var after = await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
        if (!before.AsSpan().SequenceEqual(after))
            throw new ConnectorAssertionException("A run that was interrupted before it began changed the file of the sync before it.");
    }

    /// <summary>A sync that is interrupted anywhere, and run again, ends with the rows of one that was not.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        using var never = new CancellationTokenSource();
        var clock = new InterruptingClock(at: 0, never);
        var expected = await runs.SyncAsync(runs.Options.Run with { TimeProvider = clock }, cancellationToken, cancellationToken).ConfigureAwait(false);
        expected.ShouldSucceed();
        for (var i = 1; i <= runs.Options.Interruptions; i++)
            await ResumeAsync(expected, clock.Looks * i / (runs.Options.Interruptions + 1), cancellationToken).ConfigureAwait(false);
    }

    async Task ResumeAsync(SyncResult expected, long look, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = runs.Options.Run with { File = Path.Combine(folder.Path, "sync.c1z") };
        var clock = new InterruptingClock(Math.Max(look, 1), interrupt);
        var interrupted = await runs.SyncAsync(run with { TimeProvider = clock }, interrupt.Token, cancellationToken).ConfigureAwait(false);
        await clock.Interruption.ConfigureAwait(false);
        if (interrupted.ExitCode is not 0)
            throw new ConnectorAssertionException($"An interrupted sync ended with {interrupted.ExitCode}. Its log:{Environment.NewLine}{interrupted.Log}");
        var finished = await runs.SyncAsync(run, cancellationToken, cancellationToken).ConfigureAwait(false);
        finished.ShouldSucceed();
        ConformanceRuns<TConnector>.ShouldBeEqual(expected, finished, "that was interrupted and gone on with");
    }
}
