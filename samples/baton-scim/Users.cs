using Baton;
using BatonScim.Http;
using BatonScim.Provisioning;
using BatonScim.Scim;

namespace BatonScim;

/// <summary>Users.</summary>
[ResourceType("user", Trait.User, Description = "Users")]
sealed partial class Users(ScimLists lists, ScimClient client, ScimConfig config, UserAccounts accounts)
{
    public Task<Page<ScimUser, ListPosition>> ListAsync(ListPosition? position, CancellationToken ct) =>
        lists.PageAsync("Users", config.UserFilter, null, position, ScimUser.Read, ct);

    public async Task<ScimUser?> GetAsync(ResourceKey user, CancellationToken ct)
    {
        try
        {
            using var document = await client.GetAsync(ScimClient.Resource("Users", user.Id), ct);
            return ScimUser.Read(document.RootElement);
        }
        catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    static void Map(ScimUser u, UserBuilder r)
    {
        r.Id(u.Id).DisplayName(u.Name).Login(u.UserName).GivenName(u.GivenName).FamilyName(u.FamilyName).Status(u.Active).CreatedAt(u.Created)
            .EmployeeId(u.EmployeeNumber)
            .Profile("external_id", u.ExternalId)
            .Profile("user_type", u.UserType)
            .Profile("title", u.Title)
            .Profile("department", u.Department)
            .Profile("manager", u.Manager);
        foreach (var email in u.Emails)
            r.Email(email.Value);
    }

    [CreateAccount(CredentialOption.NoPassword, CredentialOption.RandomPassword)]
    public Task<AccountResult<ScimUser>> CreateAsync(NewAccount account, NewUser form, NewCredential credential, CancellationToken ct) =>
        accounts.CreateAsync(account, form, credential, ct);

    [RotateCredentials(CredentialOption.RandomPassword)]
    public Task RotateAsync(ResourceKey user, NewCredential credential, CancellationToken ct) => accounts.SetPasswordAsync(user.Id, credential.Password, ct);

    [DeleteResource]
    public Task<DeleteOutcome> DeleteAsync(ResourceKey user, CancellationToken ct) => accounts.DeleteAsync("Users", user.Id, ct);

    [Action("enable_user", ActionType.AccountEnable, Description = "Lets a user sign in")]
    public Task EnableAsync(ResourceKey<Users> user, CancellationToken ct) => accounts.SetActiveAsync(user.Id, true, ct);

    [Action("disable_user", ActionType.AccountDisable, Description = "Keeps a user from signing in")]
    public Task DisableAsync(ResourceKey<Users> user, CancellationToken ct) => accounts.SetActiveAsync(user.Id, false, ct);
}
