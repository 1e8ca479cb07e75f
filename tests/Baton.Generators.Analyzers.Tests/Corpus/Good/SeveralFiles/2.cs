namespace Acme.Several;

partial class SeveralConnector
{
    static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
    {
    }
}

[Grantable("owner", typeof(Users))]
[Entitlement("delegate")]
partial class Users
{
    static void Map(Person person, UserBuilder user) => user.Id(person.Id).Email(person.Email);
}

[ResourceType("group", Trait.Group)]
[Entitlement("member")]
partial class Groups
{
    public IEnumerable<Team> ListAsync() => [];
}
