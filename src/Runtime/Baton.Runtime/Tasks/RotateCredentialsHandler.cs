using Baton.Protocol.Connector.V2;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks;

/// <summary>Replaces the credential of a resource.</summary>
sealed class RotateCredentialsHandler(TaskContext context) : ITaskHandler
{
    public async System.Threading.Tasks.Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var wanted = task.RotateCredentials;
        if (!wanted.ResourceId.IsComplete())
            throw TaskException.Malformed("rotate credentials", "the id of the resource or its type is missing");
        context.CheckProvisioning();
        var key = wanted.ResourceId.ToKey();
        var syncer = context.Syncer(key.Type);
        var choice = syncer.RotatedCredentials ?? throw TaskException.Unsupported($"rotating credentials of type \"{key.Type}\"");
        context.Encryptor.Check(wanted.EncryptionConfigs);
        var credential = CredentialInput.Read(context, choice, wanted.CredentialOptions, wanted.EncryptionConfigs);
        var secrets = await Calls.RunAsync(
            "rotate credentials failed", () => syncer.RotateCredentialsAsync(key, credential, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new(new RotateCredentialResponse
        {
            ResourceId = wanted.ResourceId,
            EncryptedData = { CredentialOutput.Encrypt(context, secrets.Concat(CredentialOutput.Password(credential)), wanted.EncryptionConfigs) },
        });
    }
}
