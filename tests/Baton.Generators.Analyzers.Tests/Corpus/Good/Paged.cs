namespace Acme.Paged;

[Connector("baton-paged")]
public sealed partial class PagedConnector;

public sealed record Position(int Page, string? After, long Seen, bool Last, double? Weight);

public readonly record struct Offset(int Value);

[ResourceType("user", Trait.User)]
public sealed partial class Users
{
    public Task<Page<Person>> ListAsync(string? cursor, CancellationToken ct) => Task.FromResult(new Page<Person>([]));

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).Email(person.Email);
}

[ResourceType("group", Trait.Group)]
[Entitlement("member")]
public sealed partial class Groups(Api api)
{
    public async Task<Page<Team, int>> ListAsync(int? cursor, CancellationToken ct)
    {
        var teams = await api.TeamPageAsync(cursor ?? 0, ct);
        return teams.Count == 0 ? new(teams) : new(teams, (cursor ?? 0) + 1);
    }

    static void Map(Team team, GroupBuilder group) => group.Id(team.Id);
}

[ResourceType("role", Trait.Role)]
[Entitlement("assigned")]
public sealed partial class Roles
{
    public Task<Page<Team, Position>> ListAsync(Position? cursor, CancellationToken ct) =>
        Task.FromResult(new Page<Team, Position>([], new Position(1, null, 2, true, null)));

    static void Map(Team team, RoleBuilder role) => role.Id(team.Id);
}

[ResourceType("app", Trait.App)]
public sealed partial class Apps
{
    public Task<Page<Team, Offset>> ListAsync(Offset? cursor) => Task.FromResult(new Page<Team, Offset>([], new Offset(1)));

    static void Map(Team team, AppBuilder app) => app.Id(team.Id);
}
