using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using ServiceTask = Baton.Protocol.Service.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Baton.Testing;

/// <summary>Accounts: one for each credential option that the connector declares, asked for twice, and deleted where accounts can be.</summary>
sealed class AccountConformance<TConnector>(ConformanceRuns<TConnector> runs)
    where TConnector : IConnector
{
    static readonly DeclaredCapabilities Declared = DeclaredCapabilities.Of<TConnector>();

    public bool Applies => runs.Options is { MayChangeSource: true, NewAccount: not null } && Declared.Types(Capability.AccountProvisioning).Count > 0;

    public Task CreateAndDeleteAsync(CancellationToken cancellationToken) => runs.InServiceAsync(
        "accounts",
        async (service, ct) =>
        {
            var number = 0;
            foreach (var option in Declared.AccountOptions)
                await TryAsync(service, CredentialTrial.Of(option, service.C1), runs.Options.NewAccount!(++number), ct).ConfigureAwait(false);
        },
        cancellationToken);

    async Task TryAsync(ConnectorService service, CredentialTrial trial, AccountInfo info, CancellationToken cancellationToken)
    {
        var type = Declared.Types(Capability.AccountProvisioning)[0];
        ServiceTask Creation() => new()
        {
            CreateAccount = new() { AccountInfo = info, ResourceTypeId = type, CredentialOptions = trial.Options, EncryptionConfigs = { trial.Readers } },
        };
        var answer = await service.AnswerAsync<CreateAccountResponse>(Creation(), cancellationToken).ConfigureAwait(false);
        if (answer.AlreadyExists is not null)
            throw new ConnectorAssertionException(
                $"{trial.Option}: account \"{info.Login}\" exists already: let {nameof(ConformanceOptions.NewAccount)} give new ones.");
        trial.Open(answer.EncryptedData);
        // What waits for somebody need not be there yet.
        if (answer.Success is not { } created)
            return;
        if (created.Resource?.Id is not { Resource.Length: > 0 } id)
            throw new ConnectorAssertionException($"{trial.Option}: account \"{info.Login}\" was created, and the answer does not say which resource it is.");
        await runs.FindAsync(id, $"{trial.Option}: account {id.ResourceType}:{id.Resource} was created", cancellationToken).ConfigureAwait(false);

        var again = await service.RunAsync(Creation(), cancellationToken).ConfigureAwait(false);
        var exists = again.Success?.Response.Unpack<CreateAccountResponse>().AlreadyExists is not null || again.Status?.Code == (int)ErrorCode.AlreadyExists;
        if (!exists)
        {
            throw new ConnectorAssertionException(
                $"{trial.Option}: account \"{info.Login}\" was asked for a second time, and the answer is {again.Status?.Message ?? "that it was created"}: " +
                $"return {nameof(AccountResult)}.{nameof(AccountResult.AlreadyExists)}, or fail with {nameof(ErrorCode)}.{nameof(ErrorCode.AlreadyExists)}.");
        }
        if (Declared.Types(Capability.ResourceDelete).Contains(id.ResourceType))
        {
            await DeletionConformance.DeleteTwiceAsync(
                service, id, created.Resource.ParentResourceId, () => runs.SyncAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }
}
