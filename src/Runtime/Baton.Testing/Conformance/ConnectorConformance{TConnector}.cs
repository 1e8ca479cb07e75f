using Baton.CompilerServices;

namespace Baton.Testing;

/// <summary>
/// Tests that every connector should pass, whatever it reads: each is named, and runs by itself. Any test framework can drive it, for
/// example xunit with <c>[Theory, MemberData(nameof(Names))]</c> over <see cref="Names"/> and <see cref="RunAsync"/>.
/// </summary>
/// <typeparam name="TConnector">The class marked with <see cref="ConnectorAttribute"/>.</typeparam>
public sealed class ConnectorConformance<TConnector>
    where TConnector : IConnector
{
    readonly SortedDictionary<string, Func<CancellationToken, Task>> _checks = new(StringComparer.Ordinal);

    /// <summary>The kit for a connector.</summary>
    /// <param name="options">Null for a connector that needs no settings.</param>
    public ConnectorConformance(ConformanceOptions? options = null)
    {
        var runs = new ConformanceRuns<TConnector>(options ?? new ConformanceOptions());
        var syncs = new SyncConformance<TConnector>(runs);
        _checks.Add("validation", syncs.ValidateAsync);
        _checks.Add("rules of the rows", syncs.RowsAsync);
        _checks.Add("same rows again", syncs.RepeatAsync);
        _checks.Add("same rows with workers", syncs.WorkersAsync);
        _checks.Add("same rows without a session", syncs.SessionAsync);
        _checks.Add("documents", new DocumentConformance<TConnector>(runs).DocumentsAsync);
        var interruptions = new InterruptionConformance<TConnector>(runs);
        _checks.Add("cancellation", interruptions.CancelAsync);
        _checks.Add("interrupted and gone on with", interruptions.ResumeAsync);
        if (runs.Options.MayChangeSource && ProvisioningConformance<TConnector>.Applies)
            _checks.Add("grant twice, revoke twice", new ProvisioningConformance<TConnector>(runs).GrantAndRevokeAsync);
        AddTasks(runs);
    }

    void AddTasks(ConformanceRuns<TConnector> runs)
    {
        if (new AccountConformance<TConnector>(runs) is { Applies: true } accounts)
            _checks.Add("accounts", accounts.CreateAndDeleteAsync);
        if (new ResourceConformance<TConnector>(runs) is { Applies: true } resources)
            _checks.Add("resources created and deleted", resources.CreateAndDeleteAsync);
        if (new RotationConformance<TConnector>(runs) is { Applies: true } rotations)
            _checks.Add("credentials rotated", rotations.RotateTwiceAsync);
        if (new IssuanceConformance<TConnector>(runs) is { Applies: true } issuance)
            _checks.Add("credentials issued", issuance.IssueAsync);
        if (new ActionConformance<TConnector>(runs) is { Applies: true } actions)
            _checks.Add("actions", actions.InvokeAsync);
        if (EventConformance<TConnector>.Applies)
            _checks.Add("events", new EventConformance<TConnector>(runs).ReadAsync);
        if (new TicketConformance<TConnector>(runs) is { Applies: true } tickets)
            _checks.Add("tickets", tickets.CreateAndReadAsync);
    }

    /// <summary>Names of the tests, sorted.</summary>
    public IReadOnlyCollection<string> Names => _checks.Keys;

    /// <summary>Runs one test.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ConnectorAssertionException">The connector does not pass; the message says what is wrong.</exception>
    public Task RunAsync(string name, CancellationToken cancellationToken = default) => _checks.TryGetValue(name, out var check)
        ? check(cancellationToken)
        : throw new ArgumentException($"There is no test \"{name}\": there are {string.Join(", ", Names)}.", nameof(name));
}
