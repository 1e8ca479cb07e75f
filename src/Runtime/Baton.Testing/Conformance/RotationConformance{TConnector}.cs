using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Task = System.Threading.Tasks.Task;

namespace Baton.Testing;

/// <summary>Credentials: rotated twice with each option that the connector declares.</summary>
sealed class RotationConformance<TConnector>(ConformanceRuns<TConnector> runs)
    where TConnector : IConnector
{
    static readonly DeclaredCapabilities Declared = DeclaredCapabilities.Of<TConnector>();

    public bool Applies => runs.Options is { MayChangeSource: true, Rotated: not null } && Declared.Types(Capability.CredentialRotation).Count > 0;

    public async Task RotateTwiceAsync(CancellationToken cancellationToken)
    {
        var before = await runs.SyncAsync(cancellationToken).ConfigureAwait(false);
        var id = Choose(before);
        await runs.InServiceAsync(
            "rotations",
            async (service, ct) =>
            {
                foreach (var option in Declared.RotationOptions)
                {
                    var first = await RotateAsync(service, CredentialTrial.Of(option, service.C1), id, ct).ConfigureAwait(false);
                    var second = await RotateAsync(service, CredentialTrial.Of(option, service.C1), id, ct).ConfigureAwait(false);
                    if (first is not null && first == second)
                        throw new ConnectorAssertionException(
                            $"{option}: {id.ResourceType}:{id.Resource} was rotated twice, and both times to the same password.");
                }
            },
            cancellationToken).ConfigureAwait(false);
        var after = await runs.SyncAsync(cancellationToken).ConfigureAwait(false);
        if (!after.Resources.Any(resource => resource.Id.Equals(id)))
            throw new ConnectorAssertionException($"After its credential was rotated, a sync does not find {id.ResourceType}:{id.Resource} any more.");
    }

    static async Task<string?> RotateAsync(ConnectorService service, CredentialTrial trial, ResourceId id, CancellationToken cancellationToken)
    {
        var answer = await service.AnswerAsync<RotateCredentialResponse>(
            new() { RotateCredentials = new() { ResourceId = id, CredentialOptions = trial.Options, EncryptionConfigs = { trial.Readers } } },
            cancellationToken).ConfigureAwait(false);
        return trial.Open(answer.EncryptedData);
    }

    ResourceId Choose(SyncResult sync)
    {
        var chosen = runs.Options.Rotated!(sync);
        return sync.Resources.FirstOrDefault(resource => resource.Id.ResourceType == chosen.Type && resource.Id.Resource == chosen.Id)?.Id
            ?? throw new ConnectorAssertionException($"A sync does not find {chosen}, whose credentials are to be rotated.");
    }
}
