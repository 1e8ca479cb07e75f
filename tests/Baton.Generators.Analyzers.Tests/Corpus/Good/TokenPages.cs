namespace Acme.TokenPages;

[Connector("baton-token-pages", HelpUrl = "https://help.acme.example/token-pages")]
public sealed partial class TokenPagesConnector(Api api)
{
    public Task ValidateAsync(CancellationToken ct) => api.PingAsync(ct);

    internal static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
}

public sealed record TeamPage(IReadOnlyList<Team> Teams, string? NextToken);

public interface ISource
{
    Task<TeamPage> PageAsync(string? token, CancellationToken ct);
}

[ResourceType("team", Trait.Group)]
[Entitlement("member", Purpose = Purpose.Assignment)]
[Grantable("member", typeof(Users))]
public sealed partial class Teams(ISource source, Api api)
{
    public async Task<Page<Team>> ListAsync(string? cursor, CancellationToken ct)
    {
        var page = await source.PageAsync(cursor, ct).ConfigureAwait(false);
        return new(page.Teams, page.NextToken);
    }

    static void Map(Team team, GroupBuilder group) => group.Id(team.Id).DisplayName(team.Name);

    [Grants("member")]
    public async IAsyncEnumerable<Grantee> MembersAsync(Team team, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var id in api.MembersAsync(team.Id, ct).ConfigureAwait(false))
            yield return Grantee.User<Users>(id);
    }
}

[ResourceType("user", Trait.User)]
public sealed partial class Users(Api api)
{
    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => api.PeopleAsync(ct);

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).DisplayName(person.Name).Email(person.Email).Login(person.Email).Status(person.Active);
}
