namespace Acme.StreamedPages;

[Connector("baton-streamed-pages", HelpUrl = "https://help.acme.example/streamed-pages")]
public sealed partial class StreamedPagesConnector(Api api)
{
    public Task ValidateAsync(CancellationToken ct) => api.PingAsync(ct);

    internal static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
}

public sealed record PeoplePage(IReadOnlyList<Person> People, bool HasMore);

public interface ISource
{
    Task<PeoplePage> PageAsync(int page, CancellationToken ct);
}

[ResourceType("user", Trait.User)]
public sealed partial class Users(ISource source)
{
    public async IAsyncEnumerable<Person> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        for (var number = 0; ; number++)
        {
            var page = await source.PageAsync(number, ct);
            foreach (var person in page.People)
                yield return person;
            if (!page.HasMore)
                yield break;
        }
    }

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).Email(person.Email);
}
