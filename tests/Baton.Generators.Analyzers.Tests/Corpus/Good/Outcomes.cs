namespace Acme.Outcomes;

[Connector("baton-outcomes", HelpUrl = "https://help.acme.example/outcomes")]
public sealed partial class OutcomesConnector(Api api)
{
    public Task ValidateAsync(CancellationToken ct) => api.PingAsync(ct);

    internal static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
}

[ResourceType("group", Trait.Group)]
[Entitlement("member", Purpose = Purpose.Assignment)]
[Grantable("member", typeof(Users))]
public sealed partial class Groups(Api api)
{
    public IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => api.TeamsAsync(ct);

    static void Map(Team team, GroupBuilder group) => group.Id(team.Id).DisplayName(team.Name);

    [Grant("member")]
    public async Task<GrantOutcome> AddAsync(ResourceKey<Groups> group, Principal who, CancellationToken ct)
    {
        try
        {
            await api.AddAsync(group.Id, who.Id, ct);
            return GrantOutcome.Granted;
        }
        catch (HttpRequestException error) when (error.StatusCode == System.Net.HttpStatusCode.Conflict)
        {
            return GrantOutcome.AlreadyGranted;
        }
    }

    [Revoke("member")]
    public async Task<RevokeOutcome> RemoveAsync(ResourceKey<Groups> group, Principal who, CancellationToken ct) =>
        await api.RemoveAsync(group.Id, who.Id, ct) ? RevokeOutcome.Revoked : RevokeOutcome.AlreadyRevoked;
}

[ResourceType("user", Trait.User)]
public sealed partial class Users(Api api)
{
    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => api.PeopleAsync(ct);

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).DisplayName(person.Name).Email(person.Email).Login(person.Email).Status(person.Active);
}
