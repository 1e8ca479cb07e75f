namespace Acme.Warnings;

[Connector("baton-warnings", HelpUrl = "https://help.acme.example/warnings")]
public sealed partial class WarningsConnector(Api api)
{
    public Task ValidateAsync(CancellationToken ct) => api.PingAsync(ct);

    internal static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
}

[ResourceType("user", Trait.User)]
public sealed partial class Users(Api api, ISyncWarnings warnings)
{
    public async Task<Page<Person, int>> ListAsync(int? cursor, CancellationToken ct)
    {
        var number = cursor ?? 0;
        try
        {
            var teams = await api.TeamPageAsync(number, ct);
            IReadOnlyList<Person> people = [.. teams.Select(static team => new Person(team.Id, team.Name, "", true))];
            return people.Count == 0 ? new(people) : new(people, number + 1);
        }
        catch (FormatException error)
        {
            warnings.Add($"page {number} cannot be read: {error.Message}");
            return new([], number + 1);
        }
        catch (TimeoutException error)
        {
            throw new ConnectorException(ErrorCode.Unavailable, $"page {number} did not come in time", error);
        }
    }

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).Login(person.Name).Status(person.Active);
}
