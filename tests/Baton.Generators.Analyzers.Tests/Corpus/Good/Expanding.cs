namespace Acme.Expanding;

[Connector("baton-expanding", HelpUrl = "https://help.acme.example/expanding")]
public sealed partial class ExpandingConnector(Api api)
{
    public Task ValidateAsync(CancellationToken ct) => api.PingAsync(ct);

    internal static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
}

[ResourceType("group", Trait.Group)]
[Entitlement("member", Purpose = Purpose.Assignment), Entitlement("owner", Purpose = Purpose.Assignment)]
[Grantable("member", typeof(Users), typeof(Groups)), Grantable("owner", typeof(Users))]
public sealed partial class Groups(Api api)
{
    public IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => api.TeamsAsync(ct);

    static void Map(Team team, GroupBuilder group) => group.Id(team.Id).DisplayName(team.Name);

    [Grants("member")]
    public async IAsyncEnumerable<Grantee> MembersAsync(Team team, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var id in api.MembersAsync(team.Id, ct))
        {
            yield return id.StartsWith("g-", StringComparison.Ordinal)
                ? Grantee.Group<Groups>(id).ExpandingShallow("member", "owner").Only<Users>()
                : Grantee.User<Users>(id).Immutable();
        }
    }

    [Grants("owner")]
    public IEnumerable<Grantee> Owners(Team team) => team.Name.Length == 0 ? [] : [Grantee.User<Users>(team.Name)];
}

[ResourceType("user", Trait.User)]
public sealed partial class Users(Api api)
{
    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => api.PeopleAsync(ct);

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).DisplayName(person.Name).Email(person.Email).Login(person.Email).Status(person.Active);
}
