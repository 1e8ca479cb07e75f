using Baton;
using BatonPostgresql.Catalog;
using BatonPostgresql.Provisioning;
using BatonPostgresql.Server;

namespace BatonPostgresql;

/// <summary>Databases. All are listed; <see cref="DatabaseChoice"/> says into which the connector looks.</summary>
[ResourceType("database", Description = "Databases")]
[Entitlement("owner", Purpose = Purpose.Ownership, DisplayName = "Owner of {resource}", Immutable = true)]
[Entitlement("connect", DisplayName = "Connect to {resource}")]
[Entitlement("create", DisplayName = "Create schemas in {resource}")]
[Entitlement("temporary", DisplayName = "Create temporary tables in {resource}")]
[Grantable("owner", typeof(Roles)), Grantable("connect", typeof(Roles), typeof(Everyone))]
[Grantable("create", typeof(Roles), typeof(Everyone)), Grantable("temporary", typeof(Roles), typeof(Everyone))]
sealed partial class Databases(CatalogReader catalog, Privileges privileges)
{
    public Task<Page<Database, Position>> ListAsync(Position? after, CancellationToken ct) =>
        catalog.PageAsync(Database.All, null, static d => new Position(d.Oid), ct, Session.Value((after ?? Position.Start).First));

    static void Map(Database d, PlainBuilder r) => r
        .Id(d.Oid)
        .DisplayName(d.Name)
        .Description(d.Comment)
        .Status(d.AllowsConnections ? ResourceStatus.Enabled : ResourceStatus.Disabled, d.AllowsConnections ? null : "allows no connections")
        .Profile("encoding", d.Encoding)
        .Profile("template", d.IsTemplate);

    [Grants]
    public static IEnumerable<Grantee> Holders(Database d) => Acl.Holders(d.Owner, d.Acl, Securable.Database.Privileges);

    [Grant]
    public Task<GrantOutcome> GrantAsync(ResourceKey database, Principal who, string slug, CancellationToken ct) =>
        privileges.GrantAsync(Securable.Database, database.Id, who, slug, ct);

    [Revoke]
    public Task<RevokeOutcome> RevokeAsync(ResourceKey database, Principal who, string slug, CancellationToken ct) =>
        privileges.RevokeAsync(Securable.Database, database.Id, who, slug, ct);
}
