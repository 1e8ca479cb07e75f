using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks;

/// <summary>Creates an account, with the credential that the task asks for.</summary>
sealed class CreateAccountHandler(TaskContext context) : ITaskHandler
{
    public async System.Threading.Tasks.Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var wanted = task.CreateAccount;
        var info = wanted.AccountInfo ?? throw TaskException.Malformed("create account", "the account is missing");
        context.CheckProvisioning();
        var syncer = Manager(wanted.ResourceTypeId);
        var account = ToAccount(info);
        context.Conceal(SecretValues.Of(syncer.AccountFields, account.Profile));
        FormRules.Check(syncer.AccountFields, account.Profile);
        // Whatever is wrong with the recipients must show before there is an account.
        context.Encryptor.Check(wanted.EncryptionConfigs);
        var credential = CredentialInput.Read(context, syncer.AccountCredentials!, wanted.CredentialOptions, wanted.EncryptionConfigs);
        var outcome = await Calls.RunAsync(
            "create account failed", () => syncer.CreateAccountAsync(account, credential, cancellationToken), cancellationToken).ConfigureAwait(false);
        var response = ToResponse(outcome);
        var secrets = outcome.Kind == AccountResultKind.AlreadyExists ? outcome.Secrets : outcome.Secrets.Concat(CredentialOutput.Password(credential));
        response.EncryptedData.Add(CredentialOutput.Encrypt(context, secrets, wanted.EncryptionConfigs));
        return new(response);
    }

    // As Go does: the type that is named; else the only one, else that of the users.
    ResourceSyncer Manager(string type)
    {
        var managers = context.Syncers.Where(static syncer => syncer.AccountCredentials is not null).ToList();
        var manager = type.Length > 0 ? managers.Find(syncer => syncer.Definition.Id == type)
            : managers.Count == 1 ? managers[0]
            : managers.Find(static syncer => syncer.Definition.Id == "user");
        return manager ?? throw TaskException.Unsupported(type.Length > 0 ? $"creating accounts of type \"{type}\"" : "creating accounts without a resource type");
    }

    static NewAccount ToAccount(AccountInfo info) => new()
    {
        Login = info.Login,
        Emails = [.. info.Emails.OrderByDescending(static email => email.IsPrimary).Select(static email => email.Address)],
        LoginAliases = info.LoginAliases,
        Profile = info.Profile.ToValueMap(),
    };

    static CreateAccountResponse ToResponse(AccountOutcome outcome)
    {
        var account = outcome.Account is { } mapped ? Resource.Parser.ParseFrom(mapped.Encode()) : null;
        return outcome.Kind switch
        {
            AccountResultKind.Created => new()
            {
                Success = new() { Resource = account, IsCreateAccountResult = true, InvitationExpiresAt = outcome.InvitationExpiresAt?.ToTimestamp() },
            },
            AccountResultKind.ActionRequired => new()
            {
                ActionRequired = new() { Resource = account, Message = outcome.Message ?? "", IsCreateAccountResult = true },
            },
            AccountResultKind.AlreadyExists => new() { AlreadyExists = new() { Resource = account, IsCreateAccountResult = true } },
            _ => new() { InProgress = new() { Resource = account, IsCreateAccountResult = true } },
        };
    }
}
