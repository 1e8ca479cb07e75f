namespace Acme.Children;

[Connector("baton-children")]
public sealed partial class ChildrenConnector;

[ResourceType("site", Trait.App)]
public sealed partial class Sites(Api api)
{
    public IAsyncEnumerable<Team> ListAsync(CancellationToken ct) => api.TeamsAsync(ct);

    static void Map(Team team, AppBuilder app) => app.Id(team.Id);
}

[ResourceType("folder")]
public sealed partial class Folders(Api api)
{
    public IAsyncEnumerable<Folder> ListAsync(ResourceKey<Sites> site, CancellationToken ct) => api.FoldersAsync(site.Id, ct);

    public IAsyncEnumerable<Folder> ListAsync(ResourceKey<Folders> parent, CancellationToken ct) => api.FoldersAsync(parent.Id, ct);

    static void Map(Folder folder, PlainBuilder resource) => resource.Id(folder.Id).DisplayName(folder.Name);
}

[ResourceType("document")]
public sealed partial class Documents
{
    public Task<Page<Folder, long>> ListAsync(long? cursor, ResourceKey<Folders> folder, CancellationToken ct) =>
        Task.FromResult(new Page<Folder, long>([new(folder.Id + "-readme", "Read me", folder.Id)]));

    static void Map(Folder folder, PlainBuilder resource) => resource.Id(folder.Id);
}
