namespace Acme.NamesAsIds;

[Connector("baton-names-as-ids", HelpUrl = "https://help.acme.example/names-as-ids")]
public sealed partial class NamesAsIdsConnector(Api api)
{
    public Task ValidateAsync(CancellationToken ct) => api.PingAsync(ct);

    internal static void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }
}

public sealed record DatabaseRole(string Name, string? Comment);

public interface IDatabase
{
    IAsyncEnumerable<DatabaseRole> RolesAsync(CancellationToken ct);

    IAsyncEnumerable<(string Role, string Member)> MembershipsAsync(CancellationToken ct);
}

[ResourceType("database-role", Trait.Role)]
[Entitlement("assigned", Purpose = Purpose.Assignment)]
[Grantable("assigned", typeof(Roles))]
public sealed partial class Roles(IDatabase database)
{
    public IAsyncEnumerable<DatabaseRole> ListAsync(CancellationToken ct) => database.RolesAsync(ct);

    static void Map(DatabaseRole role, RoleBuilder resource) => resource.Id(role.Name).DisplayName(role.Name).Description(role.Comment?.Trim());

    [Grants("assigned")]
    public async IAsyncEnumerable<ResourceGrant> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (role, member) in database.MembershipsAsync(ct))
            yield return Grantee.Of<Roles>(member).Expanding("assigned").On(role);
    }
}
