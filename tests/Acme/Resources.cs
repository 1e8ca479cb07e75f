using Baton;

namespace Acme;

sealed record User(string Id);

sealed record Role(string Id, IReadOnlyList<string> Assigned);

sealed record Account(string Id);

enum Reason
{
    LeftTheCompany,
    SuspiciousLogin,
}

sealed record LockResult(ResourceKey<Accounts> Account, int Sessions);

/// <summary>What there is.</summary>
sealed class AcmeDirectory
{
    public IReadOnlyList<User> Users { get; } = [new("alice"), new("u1")];

    public IReadOnlyList<Role> Roles { get; } = [new("admin", ["alice", "u1"])];

    public IReadOnlyList<Account> Accounts { get; } = [new("7")];
}

/// <summary>Everybody.</summary>
[ResourceType("user", Trait.User)]
sealed partial class Users(AcmeDirectory directory)
{
    public IEnumerable<User> ListAsync() => directory.Users;

    static void Map(User user, UserBuilder r) => r.Id(user.Id).DisplayName(user.Id).Email($"{user.Id}@acme.example");
}

/// <summary>One role, which everybody has.</summary>
[ResourceType("role", Trait.Role)]
[Entitlement("assigned", Purpose = Purpose.Assignment)]
[Grantable("assigned", typeof(Users))]
sealed partial class Roles(AcmeDirectory directory)
{
    public IEnumerable<Role> ListAsync() => directory.Roles;

    static void Map(Role role, RoleBuilder r) => r.Id(role.Id);

    [Grants("assigned")]
    public static IEnumerable<Grantee> Assigned(Role role) => role.Assigned.Select(Grantee.User<Users>);

    [Grant("assigned")]
    public Task<GrantOutcome> AssignAsync(ResourceKey role, Principal who, CancellationToken ct) =>
        Find(role, ct).Assigned.Contains(who.Id) ? Task.FromResult(GrantOutcome.AlreadyGranted) : throw new GrantDeclinedException("the role is full");

    [Revoke("assigned")]
    public Task<RevokeOutcome> UnassignAsync(ResourceKey role, Principal who, CancellationToken ct) =>
        Task.FromResult(Find(role, ct).Assigned.Contains(who.Id) ? RevokeOutcome.Revoked : RevokeOutcome.AlreadyRevoked);

    Role Find(ResourceKey role, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return directory.Roles.SingleOrDefault(r => r.Id == role.Id) ?? throw new ConnectorException(ErrorCode.NotFound, $"there is no role {role.Id}");
    }
}

/// <summary>One account, with an action.</summary>
[ResourceType("account", Trait.User)]
sealed partial class Accounts(AcmeDirectory directory)
{
    public IEnumerable<Account> ListAsync() => directory.Accounts;

    static void Map(Account account, UserBuilder r) => r.Id(account.Id).DisplayName($"Account {account.Id}").Login(account.Id);

    [Action("lock_account", ActionType.AccountDisable, Description = "Locks an account and ends its sessions")]
    public Task<LockResult> LockAsync(ResourceKey<Accounts> account, Reason reason, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return directory.Accounts.Any(a => a.Id == account.Id)
            ? Task.FromResult(new LockResult(account, Sessions: reason == Reason.LeftTheCompany ? 2 : 1))
            : throw new ConnectorException(ErrorCode.NotFound, $"there is no account {account.Id}");
    }
}
