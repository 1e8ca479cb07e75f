public sealed record Repository(string Id, string[] Roles);

[ResourceType("person", Trait.User)]
public sealed partial class People
{
    public static IEnumerable<Person> ListAsync() => [];

    static void Map(Person person, UserBuilder user) => user.Id(person.Id).Login(person.Email);
}

[ResourceType("repository")]
public sealed partial class Repositories
{
    public static IEnumerable<Repository> ListAsync() => [];

    public static Task<Repository?> GetAsync(ResourceKey key, CancellationToken ct) =>
        ct.IsCancellationRequested ? Task.FromCanceled<Repository?>(ct) : Task.FromResult<Repository?>(new(key.Id, []));

    static void Map(Repository repository, PlainBuilder resource) => resource.Id(repository.Id);

    [Entitlements]
    public static IEnumerable<DynamicEntitlement> Roles(Repository repository) =>
        repository.Roles.Select(role => new DynamicEntitlement(role) { Purpose = Purpose.Assignment }.GrantableTo<People>());

    [Grants]
    public static IEnumerable<Grantee> Members(Repository repository) => repository.Roles.Select(role => Grantee.User<People>("p1").For(role));

    [Grant]
    public static Task AddAsync(ResourceKey key, Principal who, string slug, CancellationToken ct) =>
        new Api().AddAsync(key.Id + "/" + slug, who.Id, ct);

    [Revoke]
    public static Task RemoveAsync(ResourceKey key, Principal who, string slug, CancellationToken ct) =>
        new Api().RemoveAsync(key.Id + "/" + slug, who.Id, ct);
}

[ResourceType("license")]
[Entitlement("seat")]
[Grantable("seat", typeof(People))]
public sealed partial class Licenses
{
    public static IEnumerable<Repository> ListAsync() => [];

    static void Map(Repository repository, PlainBuilder resource) => resource.Id(repository.Id);

    // Nobody lists licenses; they are known by who has one.
    [Grants("seat")]
    public static IEnumerable<ResourceGrant<Repository>> Seats() => [Grantee.User<People>("p1").OnModel(new Repository("l1", []))];
}

[ResourceType("folder")]
[Entitlement("read")]
[Grantable("read", typeof(Repositories))]
public sealed partial class RepositoryFolders
{
    public static IEnumerable<Repository> ListAsync() => [];

    static void Map(Repository repository, PlainBuilder resource) => resource.Id(repository.Id);

    // Whoever triages a repository reads its folder; the role is one that only the repository knows.
    [Grants("read")]
    public static IEnumerable<Grantee> Readers(Repository repository) => [Grantee.Of<Repositories>(repository.Id).Expanding("triage")];
}
