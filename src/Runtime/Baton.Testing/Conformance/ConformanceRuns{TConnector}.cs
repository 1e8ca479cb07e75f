using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Task = System.Threading.Tasks.Task;

namespace Baton.Testing;

/// <summary>Runs of a connector under test, each with a time limit.</summary>
sealed class ConformanceRuns<TConnector>(ConformanceOptions options)
    where TConnector : IConnector
{
    public ConformanceOptions Options => options;

    /// <summary>A sync that must succeed, into a file of its own.</summary>
    public async Task<SyncResult> SyncAsync(CancellationToken cancellationToken, params string[] more)
    {
        var sync = await SyncAsync(options.Run, cancellationToken, cancellationToken, more).ConfigureAwait(false);
        sync.ShouldSucceed();
        return sync;
    }

    /// <summary>What a sync finds of a resource that has to be there.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="claim">Why it has to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Resource> FindAsync(ResourceId id, string claim, CancellationToken cancellationToken) =>
        (await SyncAsync(cancellationToken).ConfigureAwait(false)).Resources.FirstOrDefault(resource => resource.Id.Equals(id))
        ?? throw new ConnectorAssertionException($"{claim}, it says, and a sync does not find it.");

    /// <summary>A sync, however it ends.</summary>
    /// <param name="run">File and clock.</param>
    /// <param name="interrupt">Interrupts the sync.</param>
    /// <param name="cancellationToken">Stops waiting for it.</param>
    /// <param name="more">Arguments besides those of the options.</param>
    public async Task<SyncResult> SyncAsync(
        ConnectorRunOptions run, CancellationToken interrupt, CancellationToken cancellationToken, params string[] more) => await WithinLimitAsync(
            "a sync", ConnectorRun.SyncAsync<TConnector>([.. options.Arguments, .. more], run, interrupt), cancellationToken).ConfigureAwait(false);

    /// <summary>A sub-command, which takes no flags of the connector.</summary>
    public async Task<RunResult> PrintAsync(string command, CancellationToken cancellationToken) => await WithinLimitAsync(
        command, ConnectorRun.InvokeAsync<TConnector>([command], options.Run, cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <summary>A run for what it does.</summary>
    public async Task<RunResult> InvokeAsync(string? file, CancellationToken cancellationToken, params string[] more) =>
        await WithinLimitAsync(
            string.Join(' ', more), ConnectorRun.InvokeAsync<TConnector>([.. options.Arguments, .. more], options.Run with { File = file }, cancellationToken),
            cancellationToken).ConfigureAwait(false);

    /// <summary>A check against the connector in service mode, which has all leave there is.</summary>
    /// <param name="what">What is checked.</param>
    /// <param name="check">The check.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task InServiceAsync(string what, Func<ConnectorService, CancellationToken, Task> check, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.TimeLimit);
        try
        {
            var service = await ConnectorService.StartAsync<TConnector>(
                [.. options.Arguments, "--provisioning", "--ticketing", "--shutdown-grace=1s"], options.Run,
                cancellationToken: limit.Token).ConfigureAwait(false);
            await using var _ = service.ConfigureAwait(false);
            await check(service, limit.Token).ConfigureAwait(false);
            if (service.C1.Violations is [var first, ..])
                throw new ConnectorAssertionException($"The connector broke the protocol: {first}");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorAssertionException($"{what} took longer than {options.TimeLimit}: is there a wait that does not end?");
        }
    }

    async Task<T> WithinLimitAsync<T>(string what, Task<T> run, CancellationToken cancellationToken)
    {
        try
        {
            return await run.WaitAsync(options.TimeLimit, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new ConnectorAssertionException(
                $"{what} took longer than {options.TimeLimit}: is there a wait that does not end, or a page that never is the last?");
        }
    }

    /// <summary>Fails unless two syncs found the same rows; says which differ.</summary>
    public static void ShouldBeEqual(SyncResult expected, SyncResult actual, string when)
    {
        var (missing, extra) = (Except(expected.Rows, actual.Rows), Except(actual.Rows, expected.Rows));
        if (missing.Count + extra.Count == 0)
            return;
        var lines = missing.Take(5).Select(row => "- missing: " + row).Concat(extra.Take(5).Select(row => "- only then: " + row));
        throw new ConnectorAssertionException(
            $"The rows of a sync {when} differ from those of an ordinary one: {missing.Count} are missing, {extra.Count} are new or changed." +
            $"{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
    }

    static List<string> Except(IReadOnlyList<string> rows, IReadOnlyList<string> others)
    {
        var known = others.ToHashSet(StringComparer.Ordinal);
        return [.. rows.Where(row => !known.Contains(row))];
    }
}
