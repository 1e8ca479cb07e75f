using Baton.CompilerServices;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks;

/// <summary>Issues an additional credential. Never repeated: it may exist although the answer was lost.</summary>
sealed class IssueCredentialHandler(TaskContext context) : ITaskHandler
{
    public async System.Threading.Tasks.Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var wanted = task.IssueCredential;
        if (!wanted.IdentityId.IsComplete())
            throw TaskException.Malformed("issue credential", "the id of the identity or its type is missing");
        if (wanted.CredentialOptions is null)
            throw TaskException.Malformed("issue credential", "the options of the credential are missing");
        if (wanted.EncryptionConfigs.Count == 0)
            throw TaskException.Malformed("issue credential", "nobody is named who may read the credential");
        context.CheckProvisioning();
        var key = wanted.IdentityId.ToKey();
        var syncer = context.Syncer(key.Type);
        context.Encryptor.Check(wanted.EncryptionConfigs);
        var (request, offer) = IssueRequest.Read(
            syncer, wanted.CredentialOptions, wanted.ExpiresAt?.ToDateTimeOffset(), task.Id, context.Time.GetUtcNow());
        var issued = await Calls.RunAsync(
            "issue credential failed", () => syncer.IssueCredentialAsync(key, request, cancellationToken), cancellationToken).ConfigureAwait(false);
        IssueRequest.Check(issued, request);
        return new(new IssueCredentialResponse
        {
            Secret = Secret(issued, request, offer, key),
            EncryptedData = { CredentialOutput.Encrypt(context, issued.Secrets, wanted.EncryptionConfigs) },
            ResourceMode = offer.Virtual ? CredentialResourceMode.Virtual : CredentialResourceMode.Discoverable,
            RequestId = request.RequestId,
        });
    }

    static Resource Secret(IssuedCredential issued, CredentialRequest request, IssueDefinition offer, ResourceKey identity)
    {
        var trait = new SecretTrait { IdentityId = identity.ToId() };
        if ((issued.ExpiresAt ?? request.ExpiresAt) is { } expires)
            trait.ExpiresAt = expires.ToTimestamp();
        return new()
        {
            Id = new() { ResourceType = offer.SecretType().Id, Resource = issued.Id },
            DisplayName = issued.DisplayName ?? issued.Id,
            Annotations = { trait.ToAny() },
        };
    }
}
