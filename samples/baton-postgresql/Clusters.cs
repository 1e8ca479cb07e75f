using Baton;
using BatonPostgresql.Catalog;
using BatonPostgresql.Provisioning;
using BatonPostgresql.Server;

namespace BatonPostgresql;

/// <summary>The server as a whole.</summary>
/// <param name="Id">The number that PostgreSQL gives to the data of a server and its standbys.</param>
sealed record Cluster(string Id, string Version, bool Standby);

/// <summary>The server, and who may do what on all of it: the attributes of roles.</summary>
[ResourceType("cluster", Trait.App, Description = "The server as a whole")]
[Entitlement("superuser", DisplayName = "Superuser of {resource}", Description = "Everything, without any check")]
[Entitlement("login", DisplayName = "Log in to {resource}")]
[Entitlement("create-role", DisplayName = "Create roles on {resource}")]
[Entitlement("create-database", DisplayName = "Create databases on {resource}")]
[Entitlement("replication", DisplayName = "Replicate {resource}", Description = "Copy all data, and make slots")]
[Entitlement("bypass-rls", DisplayName = "Bypass row security on {resource}")]
[Grantable("superuser", typeof(Roles)), Grantable("login", typeof(Roles)), Grantable("create-role", typeof(Roles))]
[Grantable("create-database", typeof(Roles)), Grantable("replication", typeof(Roles)), Grantable("bypass-rls", typeof(Roles))]
sealed partial class Clusters(PostgresqlServer server, CatalogReader catalog, RoleAttributes attributes)
{
    const string Identity =
        "SELECT system_identifier::text, pg_catalog.current_setting('server_version'), pg_catalog.pg_is_in_recovery() FROM pg_catalog.pg_control_system()";

    public async IAsyncEnumerable<Cluster> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        yield return await OneAsync(ct);
    }

    static void Map(Cluster c, AppBuilder r) => r
        .Id(c.Id).DisplayName("PostgreSQL " + c.Id).Profile("version", c.Version).Profile("standby", c.Standby);

    [Grants]
    public async Task<Page<ResourceGrant, Position>> HoldersAsync(Position? after, CancellationToken ct)
    {
        var cluster = (await OneAsync(ct)).Id;
        var page = await catalog.PageAsync(Role.Privileged, null, static r => new Position(r.Oid), ct, Session.Value((after ?? Position.Start).First));
        return new([.. page.Items.SelectMany(role => Held(role).Select(held => held.On(cluster)))], page.Next);
    }

    [Grant]
    public Task<GrantOutcome> GrantAsync(ResourceKey _, Principal who, string slug, CancellationToken ct) => attributes.GiveAsync(who, slug, ct);

    [Revoke]
    public Task<RevokeOutcome> RevokeAsync(ResourceKey _, Principal who, string slug, CancellationToken ct) => attributes.TakeAsync(who, slug, ct);

    // Attributes are not inherited; but whoever can become the role can use them, other than those that count at log-in.
    static IEnumerable<Grantee> Held(Role role) => RoleAttributes.All
        .Where(a => a.IsSet(role))
        .Select(a => (a.AtLogin ? Grantee.User<Roles>(Identifier.Of(role.Oid)) : Roles.Holder(role.Oid)).For(a.Slug));

    Task<Cluster> OneAsync(CancellationToken ct) =>
        server.OneAsync(null, Identity, static row => new Cluster(row.GetString(0), row.GetString(1), row.GetBoolean(2)), ct);
}
