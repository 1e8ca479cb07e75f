namespace Acme.Replacing;

[Connector("baton-replacing", HelpUrl = "https://help.acme.example/replacing")]
public sealed partial class ReplacingConnector(Api api)
{
    public Task ValidateAsync(CancellationToken ct) => api.PingAsync(ct);

    internal static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
}

[ResourceType("role", Trait.Role)]
[Entitlement("assigned", Purpose = Purpose.Assignment)]
[Grantable("assigned", typeof(Users))]
public sealed partial class Roles(Api api)
{
    public IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => api.TeamsAsync(ct);

    static void Map(Team team, RoleBuilder role) => role.Id(team.Id).DisplayName(team.Name);

    [Grant("assigned")]
    public async Task<GrantOutcome> AddAsync(ResourceKey role, Principal who, CancellationToken ct)
    {
        await api.AddAsync(role.Id, who.Id, ct);
        return GrantOutcome.Replaced<Roles, Users>("viewer", "assigned", who.Id);
    }

    [Revoke("assigned")]
    public Task RemoveAsync(ResourceKey role, Principal who, CancellationToken ct) => api.RemoveAsync(role.Id, who.Id, ct);
}

[ResourceType("user", Trait.User)]
public sealed partial class Users(Api api)
{
    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => api.PeopleAsync(ct);

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).DisplayName(person.Name).Email(person.Email).Login(person.Email).Status(person.Active);
}
