namespace Acme.Directory;

[Connector("baton-acme", DisplayName = "Acme Directory", Description = "People and teams of Acme", HelpUrl = "/docs/baton/acme")]
public sealed partial class AcmeConnector(AcmeConfig config, Api api)
{
    public async Task ValidateAsync(CancellationToken ct)
    {
        if (config.BaseUrl.Scheme != Uri.UriSchemeHttps)
            throw new ConnectorException(ErrorCode.InvalidArgument, "base-url must be https");
        await api.PingAsync(ct);
    }
}

[ConnectorConfig]
public sealed partial record AcmeConfig
{
    [Field(Description = "API token", Secret = true)]
    public required string ApiToken { get; init; }

    [Field(Description = "Base URL")]
    public Uri BaseUrl { get; init; } = new("https://api.acme.example");
}

[ResourceType("user", Trait.User)]
public sealed partial class Users(Api api)
{
    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => api.PeopleAsync(ct);

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).Email(person.Email).DisplayName(person.Name).Profile("name", person.Name);
}

[ResourceType("group", Trait.Group, Description = "Teams")]
[Entitlement("member", Purpose = Purpose.Assignment, DisplayName = "{resource} member")]
[Grantable("member", typeof(Users), typeof(Groups))]
public sealed partial class Groups(Api api)
{
    public IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => api.TeamsAsync(ct);

    static GroupBuilder Map(Team team, GroupBuilder group) => group.Id(team.Id).DisplayName(team.Name);

    [Grants("member")]
    public async IAsyncEnumerable<Grantee> MembersAsync(Team team, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var member in api.MembersAsync(team.Id, ct))
            yield return member.StartsWith("g-") ? Grantee.Group<Groups>(member).Expanding("member") : Grantee.User<Users>(member);
    }

    [Grant("member")]
    public Task AddAsync(ResourceKey group, Principal who, CancellationToken ct) => api.AddAsync(group.Id, who.Id, ct);

    [Revoke("member")]
    public Task RemoveAsync(ResourceKey group, Principal who, CancellationToken ct) => api.RemoveAsync(group.Id, who.Id, ct);
}
