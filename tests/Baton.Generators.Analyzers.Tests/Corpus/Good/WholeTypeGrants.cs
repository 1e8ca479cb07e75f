namespace Acme.WholeType;

[Connector("baton-whole")]
public sealed partial class WholeConnector;

[ResourceType("user", Trait.User)]
public sealed partial class Users(Api api)
{
    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => api.PeopleAsync(ct);

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).Email(person.Email);
}

public sealed record Position(string Team, string? Person);

[ResourceType("group", Trait.Group)]
[Entitlement("member", Purpose = Purpose.Assignment)]
[Entitlement("owner", Purpose = Purpose.Ownership)]
[Entitlement("reader")]
[Entitlement("writer")]
[Entitlement("planned")]
[Grantable("member", typeof(Users))]
[Grantable("owner", new[] { typeof(Users), typeof(Groups) })]
[Grantable("owner", typeof(Users))]
[Grantable("reader", typeof(Users))]
[Grantable("writer", typeof(Users))]
public sealed partial class Groups(Api api)
{
    public IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => api.TeamsAsync(ct);

    static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

    [Grants("member")]
    public async IAsyncEnumerable<ResourceGrant> MembersAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (team, person) in api.MembershipsAsync(ct))
            yield return Grantee.User<Users>(person).On(team);
    }

    [Grants("owner")]
    public Task<Page<ResourceGrant, Position>> OwnersAsync(Position? cursor, CancellationToken ct) => Task.FromResult(new Page<ResourceGrant, Position>([]));

    [Grants("reader")]
    public Task<Page<Grantee>> ReadersAsync(ResourceKey group, string? cursor, CancellationToken ct) => Task.FromResult(new Page<Grantee>([]));

    [Grants("writer")]
    public IAsyncEnumerable<Grantee> WritersAsync(CancellationToken ct, ResourceKey<Groups> group) =>
        api.MembersAsync(group.Id, ct).Select(static id => Grantee.Of<Users>(id));
}
