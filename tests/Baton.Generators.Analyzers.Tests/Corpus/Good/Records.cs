namespace Acme.Records;

[Connector("baton-records")]
public sealed partial record RecordsConnector(Api Api, RecordsConfig Config)
{
    public ValueTask ValidateAsync(CancellationToken ct) => new(Api.PingAsync(ct));
}

[ConnectorConfig]
public partial record RecordsConfig
{
    [Field]
    public bool Verbose { get; init; }
}

public record Lookup(Api Api, RecordsConfig Config);

[ResourceType("user", Trait.User, Trait.App)]
public sealed partial record Users(Lookup Lookup)
{
    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => Lookup.Api.PeopleAsync(ct);

    static void Map(Person person, AppBuilder app) => app.Id(person.Id);
}
