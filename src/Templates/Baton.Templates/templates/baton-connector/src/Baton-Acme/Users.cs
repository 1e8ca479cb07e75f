#if (provisioning)
using System.Net.Http.Json;
#endif
using Baton;

namespace Acme;

/// <summary>The people. A page at a time, so that a long listing can resume in the middle.</summary>
[ResourceType("user", Trait.User)]
public sealed partial class Users(AcmeApi api)
{
    public Task<Page<AcmeUser>> ListAsync(string? cursor, CancellationToken ct) =>
        api.PageAsync("users", cursor, AcmeJson.Default.AcmeUser, ct);
#if (provisioning)

    [CreateAccount(CredentialOption.NoPassword, CredentialOption.RandomPassword)]
    public async Task<AccountResult<AcmeUser>> CreateAsync(NewAccount account, AccountForm form, NewCredential credential, CancellationToken ct)
    {
        if (await FindAsync(account.Login, ct) is { } existing)
            return AccountResult.AlreadyExists(existing);
        var user = new NewAcmeUser(
            account.Login, form.Name, account.Email, Active: true, form.Department, credential.HasPassword ? credential.Password : null);
        using var answer = await api.SendAsync(HttpMethod.Post, "users", user, AcmeJson.Default.NewAcmeUser, ct);
        var created = await answer.Content.ReadFromJsonAsync(AcmeJson.Default.AcmeUser, ct)
            ?? throw new ConnectorException(ErrorCode.Internal, $"The system does not say who {account.Login} is now.");
        return AccountResult.Created(created);
    }

    [DeleteResource]
    public async Task<DeleteOutcome> DeleteAsync(ResourceKey user, CancellationToken ct) =>
        await api.DeleteAsync($"users/{Uri.EscapeDataString(user.Id)}", ct) ? DeleteOutcome.Deleted : DeleteOutcome.AlreadyDeleted;

    async Task<AcmeUser?> FindAsync(string login, CancellationToken ct)
    {
        var found = await api.PageAsync($"users?login={Uri.EscapeDataString(login)}", null, AcmeJson.Default.AcmeUser, ct);
        return found.Items.FirstOrDefault();
    }
#endif
#if (actions)

    [Action("enable_user", ActionType.AccountEnable, Description = "Lets a user sign in again")]
    public Task EnableAsync(ResourceKey<Users> user, CancellationToken ct) => SetActiveAsync(user, true, ct);

    [Action("disable_user", ActionType.AccountDisable, Description = "Keeps a user from signing in")]
    public Task DisableAsync(ResourceKey<Users> user, CancellationToken ct) => SetActiveAsync(user, false, ct);

    async Task SetActiveAsync(ResourceKey<Users> user, bool active, CancellationToken ct)
    {
        var address = $"users/{Uri.EscapeDataString(user.Id)}";
        using var answer = await api.SendAsync(HttpMethod.Patch, address, new(active), AcmeJson.Default.AcmeUserChange, ct);
    }
#endif
}
