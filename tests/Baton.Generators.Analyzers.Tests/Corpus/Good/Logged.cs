using Microsoft.Extensions.Logging;

namespace Acme.Logged;

[Connector("baton-logged")]
public sealed partial class LoggedConnector(LoggedConfig config, Api api, ILogger<LoggedConnector> logger)
{
    public async Task ValidateAsync(CancellationToken ct)
    {
        logger.LogInformation("asking region {Region} with a token of {Length} characters", config.Region, config.Token.Length);
        if (config.Token.Length == 0)
            throw new ConnectorException(ErrorCode.InvalidArgument, "token must not be empty");
        await api.PingAsync(ct);
    }
}

[ConnectorConfig]
public sealed partial record LoggedConfig
{
    [Field(Description = "Token", Secret = true)]
    public required string Token { get; init; }

    [Field(Description = "Region", In = ["eu", "us"])]
    public string Region { get; init; } = "eu";
}

[ResourceType("user", Trait.User)]
public sealed partial class Users(Api api)
{
    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => api.PeopleAsync(ct);

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).DisplayName(person.Name).Email(person.Email).Login(person.Email).Status(person.Active);
}
