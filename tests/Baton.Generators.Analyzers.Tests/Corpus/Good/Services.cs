using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Acme.Services;

[Connector("baton-services")]
public sealed partial class ServicesConnector(IClock clock, Cache cache, Repository<Person> people, ILogger<ServicesConnector> logger)
{
    public Task ValidateAsync(CancellationToken ct) => people.Transport.PingAsync((clock, cache, logger));

    internal static void ConfigureServices(IServiceCollection services, ServicesConfig config) =>
        services.AddSingleton<IClock, SystemClock>().AddSingleton(new Endpoint(config.Region));
}

[ConnectorConfig]
public sealed partial record ServicesConfig
{
    [Field]
    public string Region { get; init; } = "eu";
}

public interface IClock;

public sealed class SystemClock : IClock;

public sealed class Endpoint(string address)
{
    public string Address { get; } = address;
}

public sealed class Cache(Transport transport, IMissing? missing = null)
{
    public object? Both => missing is null ? transport : null;
}

public interface IMissing;

public sealed class Transport
{
    internal Transport(HttpClient http, ILogger logger, TimeProvider time, Endpoint endpoint) => Parts = (http, logger, time, endpoint);

    public object Parts { get; }

    public Task PingAsync(object sender) => Task.FromResult(sender);
}

public sealed class Repository<T>(Transport transport)
{
    public Transport Transport { get; } = transport;
}

[ResourceType("user", Trait.User)]
public sealed partial class Users
{
    readonly Api _api;

    public Users(Api api, Cache cache, Repository<Team> teams, IServiceProvider services) => _api = api;

    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => _api.PeopleAsync(ct);

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).Email(person.Email);
}
