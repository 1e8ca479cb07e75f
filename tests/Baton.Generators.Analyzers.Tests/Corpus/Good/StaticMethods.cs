namespace Acme.Static;

[Connector("baton-static")]
public sealed partial class StaticConnector
{
    public static async ValueTask ValidateAsync() => await Work.DoneAsync();
}

[ResourceType("user", Trait.User)]
public sealed partial class Users
{
    public static Person[] ListAsync() => [new("1", "Ann", "ann@acme.example", true)];

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).Email(person.Email);
}

[ResourceType("host", Trait.App)]
[Entitlement("login"), Entitlement("root")]
[Grantable("login", typeof(Users)), Grantable("root", typeof(Users))]
public sealed partial class Hosts
{
    public static async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        await Task.Yield();
        yield return "localhost";
    }

    static void Map(string name, AppBuilder app)
    {
        app.Id(name);
        app.DisplayName(name);
    }

    [Grants("login")]
    public static IEnumerable<Grantee> Logins(string name) => [Grantee.User<Users>("1")];

    [Grants("root")]
    public static Task<Page<Grantee>> RootsAsync(ResourceKey host, string? cursor) => Task.FromResult(new Page<Grantee>([]));
}
