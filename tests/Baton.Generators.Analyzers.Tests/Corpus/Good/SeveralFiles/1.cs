namespace Acme.Several;

[Connector("baton-several")]
public sealed partial class SeveralConnector;

[ResourceType("user", Trait.User)]
[Entitlement("owner")]
public sealed partial class Users(Api api)
{
    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => api.PeopleAsync(ct);
}

public sealed partial class Groups
{
    static void Map(Team team, GroupBuilder group) => group.Id(team.Id);
}
