namespace Acme.Tree;

[Connector("baton-tree", HelpUrl = "https://help.acme.example/tree")]
public sealed partial class TreeConnector(Api api)
{
    public Task ValidateAsync(CancellationToken ct) => api.PingAsync(ct);

    internal static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
}

[ResourceType("folder")]
[Entitlement("reader"), Entitlement("writer")]
[Grantable("reader", typeof(Users)), Grantable("writer", typeof(Users))]
public sealed partial class Folders(Api api)
{
    public IAsyncEnumerable<Folder> ListAsync(CancellationToken ct) => api.FoldersAsync(null, ct);

    public IAsyncEnumerable<Folder> ListAsync(ResourceKey<Folders> parent, CancellationToken ct) => api.FoldersAsync(parent.Id, ct);

    static void Map(Folder folder, PlainBuilder resource) => resource.Id(folder.Id).DisplayName(folder.Name);

    [Grant("reader")]
    public Task ReadAsync(ResourceKey folder, Principal who, CancellationToken ct) => api.AddAsync(folder.Parent?.Id + "/" + folder.Id, who.Id, ct);

    [Revoke("reader")]
    public Task DoNotReadAsync(ResourceKey folder, Principal who, CancellationToken ct) => api.RemoveAsync(folder.Id, who.Id, ct);
}

[ResourceType("user", Trait.User)]
public sealed partial class Users(Api api)
{
    public IAsyncEnumerable<Person> ListAsync(CancellationToken ct) => api.PeopleAsync(ct);

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).DisplayName(person.Name).Email(person.Email).Login(person.Email).Status(person.Active);
}
