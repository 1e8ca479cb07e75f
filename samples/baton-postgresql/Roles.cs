using Baton;
using BatonPostgresql.Catalog;
using BatonPostgresql.Provisioning;
using BatonPostgresql.Server;

namespace BatonPostgresql;

/// <summary>
/// Roles: people's and programs' accounts, and groups of them; PostgreSQL makes no difference. A membership is either ordinary or one with the
/// admin option.
/// </summary>
[ResourceType("role", Trait.User, Trait.Role, Description = "Roles: accounts, and groups of them")]
[Entitlement("member", Purpose = Purpose.Assignment, DisplayName = "{resource} member", ExclusionGroup = "membership")]
[Entitlement("admin", Purpose = Purpose.Assignment, DisplayName = "{resource} admin", Description = "Member that can make others members",
    ExclusionGroup = "membership", ExclusionOrder = 1)]
[Grantable("member", typeof(Roles)), Grantable("admin", typeof(Roles))]
sealed partial class Roles(CatalogReader catalog, Memberships memberships, Accounts accounts, TimeProvider time)
{
    public async Task<Page<RoleAccount, Position>> ListAsync(Position? after, CancellationToken ct)
    {
        var page = await catalog.PageAsync(Role.All, null, static r => new Position(r.Oid), ct, Session.Value((after ?? Position.Start).First));
        return new([.. page.Items.Select(role => new RoleAccount(role, time.GetUtcNow()))], page.Next);
    }

    static void Map(RoleAccount account, UserBuilder r) => r
        .Id(account.Role.Oid)
        .DisplayName(account.Role.Name)
        .Description(account.Role.Comment)
        .Login(account.Role.Name)
        .AccountType(account.Type)
        .Status(account.Blocked is null ? ResourceStatus.Enabled : ResourceStatus.Disabled, account.Blocked)
        .Profile("superuser", account.Role.Superuser)
        .Profile("inherit", account.Role.Inherit)
        .Profile("create_role", account.Role.CreateRole)
        .Profile("create_database", account.Role.CreateDatabase)
        .Profile("login", account.Role.Login)
        .Profile("replication", account.Role.Replication)
        .Profile("bypass_rls", account.Role.BypassRls)
        .Profile("connection_limit", account.Role.ConnectionLimit)
        .Profile("password_expires", account.Role.PasswordExpires)
        .Also(new RoleBuilder());

    /// <summary>A role that holds something: so do its members, since they can become it.</summary>
    public static Grantee Holder(long oid) => Grantee.Of<Roles>(Identifier.Of(oid)).Expanding("member", "admin");

    [Grants]
    public async Task<Page<ResourceGrant, Position>> MembersAsync(Position? after, CancellationToken ct)
    {
        var (role, member) = after ?? Position.Start;
        var page = await catalog.PageAsync(
            Membership.All, null, static m => new Position(m.Role, m.Member), ct, Session.Value(role), Session.Value(member));
        // A membership with none of the options gives nothing.
        return new([.. page.Items.Where(static m => m.Admin || m.Inherit || m.Set).Select(Grant)], page.Next);
    }

    static ResourceGrant Grant(Membership m) => Holder(m.Member)
        .For(m.Admin ? "admin" : "member")
        .Metadata("inherit", m.Inherit ? "true" : "false")
        .Metadata("set", m.Set ? "true" : "false")
        .On(Identifier.Of(m.Role));

    [Grant]
    public Task<GrantOutcome> AddAsync(ResourceKey role, Principal who, string slug, CancellationToken ct) =>
        memberships.AddAsync(role.Id, who, admin: slug == "admin", ct);

    [Revoke]
    public Task<RevokeOutcome> RemoveAsync(ResourceKey role, Principal who, string _, CancellationToken ct) => memberships.RemoveAsync(role.Id, who, ct);

    [CreateAccount(CredentialOption.RandomPassword, CredentialOption.NoPassword)]
    public Task<AccountResult<RoleAccount>> CreateAsync(NewAccount account, NewRole form, NewCredential credential, CancellationToken ct) =>
        accounts.CreateAsync(account, form, credential, ct);

    [RotateCredentials(CredentialOption.RandomPassword)]
    public Task RotateAsync(ResourceKey role, NewCredential credential, CancellationToken ct) => accounts.SetPasswordAsync(role.Id, credential.Password, ct);

    [DeleteResource]
    public Task<DeleteOutcome> DeleteAsync(ResourceKey role, CancellationToken ct) => accounts.DropAsync(role.Id, ct);

    [Action("enable_login", ActionType.AccountEnable, Description = "Lets a role log in")]
    public Task EnableLoginAsync(ResourceKey<Roles> role, CancellationToken ct) => accounts.EnableLoginAsync(role.Id, ct);

    [Action("disable_login", ActionType.AccountDisable, Description = "Keeps a role from logging in")]
    public Task<LoginDisabled> DisableLoginAsync(
        ResourceKey<Roles> role, [FormField(Description = "End the role's sessions, too")] bool endSessions = false, CancellationToken ct = default) =>
        accounts.DisableLoginAsync(role.Id, endSessions, ct);
}
