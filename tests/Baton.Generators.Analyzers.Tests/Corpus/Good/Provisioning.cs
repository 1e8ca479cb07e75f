namespace Acme.Provisioning;

[Connector("baton-provisioning")]
public sealed partial class ProvisioningConnector;

[ResourceType("user", Trait.User)]
public sealed partial class Users(Api api)
{
    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => api.PeopleAsync(ct);

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).Email(person.Email);
}

[ResourceType("group", Trait.Group)]
[Entitlement("member"), Entitlement("owner"), Entitlement("guest")]
[Grantable("member", typeof(Users)), Grantable("owner", typeof(Users)), Grantable("guest", typeof(Users))]
public sealed partial class Groups(Api api)
{
    public IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => api.TeamsAsync(ct);

    static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

    [Grant("member"), Grant("owner")]
    public async Task<GrantOutcome> AddAsync(Principal who, CancellationToken ct, ResourceKey<Groups> group)
    {
        if (await api.HasAsync(group.Id, who.Id, ct))
            return GrantOutcome.AlreadyGranted;
        await api.AddAsync(group.Id, who.Id, ct);
        return GrantOutcome.Granted;
    }

    [Revoke("member")]
    [Revoke("owner")]
    public async Task<RevokeOutcome> RemoveAsync(ResourceKey group, Principal who, CancellationToken ct) =>
        await api.RemoveAsync(group.Id, who.Id, ct) ? RevokeOutcome.Revoked : RevokeOutcome.AlreadyRevoked;

    [Grant("guest")]
    static Task InviteAsync(ResourceKey group, Principal who) => Work.DoneAsync();

    [Revoke("guest")]
    static Task DismissAsync(Principal who, ResourceKey group) => Work.DoneAsync();
}
