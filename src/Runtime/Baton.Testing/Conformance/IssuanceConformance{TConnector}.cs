using Baton.CompilerServices;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using Task = System.Threading.Tasks.Task;

namespace Baton.Testing;

/// <summary>Additional credentials: two of each kind that the connector declares, each another one, and deleted where they can be.</summary>
sealed class IssuanceConformance<TConnector>(ConformanceRuns<TConnector> runs)
    where TConnector : IConnector
{
    static readonly DeclaredCapabilities Declared = DeclaredCapabilities.Of<TConnector>();

    public bool Applies => runs.Options is { MayChangeSource: true, IssuedFor: not null } && Declared.IssuesCredentials;

    public async Task IssueAsync(CancellationToken cancellationToken)
    {
        var chosen = runs.Options.IssuedFor!(await runs.SyncAsync(cancellationToken).ConfigureAwait(false));
        var identity = new ResourceId { ResourceType = chosen.Type, Resource = chosen.Id };
        var offers = Declared.IssuedBy(chosen.Type);
        if (offers.Count == 0)
            throw new ConnectorAssertionException($"No credentials are issued for resources of the type {chosen.Type}, such as {chosen}.");
        await runs.InServiceAsync(
            "credentials",
            async (service, ct) =>
            {
                foreach (var offer in offers)
                    await TryAsync(service, offer, identity, ct).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    async Task TryAsync(ConnectorService service, CredentialIssueOptionDescriptor offer, ResourceId identity, CancellationToken cancellationToken)
    {
        var (first, firstSecret) = await IssueAsync(service, offer, identity, cancellationToken).ConfigureAwait(false);
        var (second, secondSecret) = await IssueAsync(service, offer, identity, cancellationToken).ConfigureAwait(false);
        if (first.Equals(second) || firstSecret == secondSecret)
        {
            throw new ConnectorAssertionException(
                $"{offer.Option}: two credentials were asked for, and {first.ResourceType}:{first.Resource} and {second.ResourceType}:{second.Resource} " +
                "have the same id or the same secret.");
        }
        if (offer.ResourceMode == CredentialResourceMode.Discoverable)
        {
            var found = await runs.FindAsync(
                first, $"{offer.Option}: {first.ResourceType}:{first.Resource} was issued", cancellationToken).ConfigureAwait(false);
            if (found.Annotations.Find<SecretTrait>()?.IdentityId is { } holder && !holder.Equals(identity))
                throw new ConnectorAssertionException(
                    $"{offer.Option}: {first.ResourceType}:{first.Resource} was issued for {identity.Resource}, and a sync says that it is {holder.Resource}'s.");
        }
        if (!Declared.Types(Capability.ResourceDelete).Contains(first.ResourceType))
            return;
        foreach (var issued in new[] { first, second })
        {
            await DeletionConformance.DeleteTwiceAsync(
                service, issued, parent: null, () => runs.SyncAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    static async Task<(ResourceId Id, string Secret)> IssueAsync(
        ConnectorService service, CredentialIssueOptionDescriptor offer, ResourceId identity, CancellationToken cancellationToken)
    {
        SecretReader[] readers = [SecretReader.Create(), SecretReader.Create()];
        var answer = await service.AnswerAsync<IssueCredentialResponse>(
            new()
            {
                IssueCredential = new()
                {
                    IdentityId = identity, CredentialOptions = CredentialDraft.Of(offer), ExpiresAt = CredentialDraft.ExpiryOf(offer)?.ToTimestamp(),
                    EncryptionConfigs = { readers.Select(static reader => reader.Config) },
                },
            },
            cancellationToken).ConfigureAwait(false);
        // Each secret comes once for each reader, in the order of the task.
        var opened = answer.EncryptedData.Select((data, i) => $"{data.Name}={Convert.ToHexString(readers[i % readers.Length].Open(data))}").ToList();
        return (answer.Secret.Id, string.Join(' ', opened.Where((_, i) => i % readers.Length == 0)));
    }
}
