using Baton.CompilerServices;

namespace Baton.Tasks;

/// <summary>What all handlers of a connector share.</summary>
/// <param name="Manifest">The connector.</param>
/// <param name="Services">Where its classes come from.</param>
/// <param name="Encryptor">Encrypts the secrets that tasks yield.</param>
/// <param name="Passwords">Makes the passwords that tasks need.</param>
/// <param name="Time">The clock.</param>
sealed record TaskContext(
    ConnectorManifest Manifest, IServiceProvider Services, ICredentialEncryptor Encryptor, IPasswordSource Passwords, TimeProvider Time)
{
    readonly Lazy<IReadOnlyList<ResourceSyncer>> _syncers = new(() => Manifest.CreateSyncers(Services));

    /// <summary>Actions that were invoked.</summary>
    internal ActionRuns Actions { get; } = new(Time);

    /// <summary>Whether the operator allows to change the source.</summary>
    internal bool AllowsProvisioning { get; init; } = true;

    /// <summary>Whether the operator allows tickets.</summary>
    internal bool AllowsTicketing { get; init; } = true;

    /// <summary>Hears of the secrets of tasks, so that no log and no report shows them.</summary>
    internal Action<IEnumerable<string>> Conceal { get; init; } = static _ => { };

    internal IReadOnlyList<ResourceSyncer> Syncers => _syncers.Value;

    /// <summary>The syncer of a resource type.</summary>
    /// <exception cref="TaskException"><see cref="ErrorCode.Unimplemented"/>: the connector has no such type.</exception>
    internal ResourceSyncer Syncer(string type) =>
        Syncers.FirstOrDefault(syncer => syncer.Definition.Id == type) ?? throw TaskException.Unsupported($"resource type \"{type}\"");

    /// <exception cref="TaskException">The operator does not allow to change the source.</exception>
    internal void CheckProvisioning()
    {
        if (!AllowsProvisioning)
            throw new TaskException(ErrorCode.FailedPrecondition, "provisioning is not enabled: start the connector with --provisioning");
    }

    /// <exception cref="TaskException">The operator does not allow tickets.</exception>
    internal void CheckTicketing()
    {
        if (!AllowsTicketing)
            throw new TaskException(ErrorCode.FailedPrecondition, "ticketing is not enabled: start the connector with --ticketing");
    }
}
