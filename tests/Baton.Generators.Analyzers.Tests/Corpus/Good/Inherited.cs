namespace Acme.Inherited;

[Connector("baton-inherited")]
public sealed partial class InheritedConnector : ConnectorBase;

public abstract class ConnectorBase
{
    public Task ValidateAsync(CancellationToken ct) => Work.DoneAsync();
}

public abstract class Listing<TModel>(Api api)
{
    protected Api Api { get; } = api;

    public abstract IAsyncEnumerable<TModel> ListAsync(CancellationToken ct);
}

public abstract class TeamListing(Api api) : Listing<Team>(api)
{
    protected static void Map(Team team, GroupBuilder group) => group.Id(team.Id);

    [Grants("member")]
    protected async IAsyncEnumerable<Grantee> MembersAsync(Team team, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var member in Api.MembersAsync(team.Id, ct))
            yield return Grantee.User<Users>(member);
    }
}

[ResourceType("user", Trait.User)]
public sealed partial class Users(Api api) : Listing<Person>(api)
{
    public override IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => Api.PeopleAsync(ct);

    static void Map(object anything, UserBuilder user) => user.Id(anything.ToString()!).Status(anything is not null);
}

[ResourceType("group", Trait.Group)]
[Entitlement("member")]
[Grantable("member", typeof(Users))]
public sealed partial class Groups(Api api) : TeamListing(api)
{
    public override IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => Api.TeamsAsync(ct);
}
