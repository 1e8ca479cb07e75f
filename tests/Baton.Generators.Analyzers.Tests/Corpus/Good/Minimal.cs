[Connector("baton-minimal")]
public sealed partial class Minimal;

[ResourceType("user", Trait.User)]
public sealed partial class Users(Api api)
{
    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => api.PeopleAsync(ct);

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).DisplayName(person.Name).Email(person.Email).Status(person.Active);
}
