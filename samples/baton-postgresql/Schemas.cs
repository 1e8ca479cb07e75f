using Baton;
using BatonPostgresql.Catalog;
using BatonPostgresql.Provisioning;
using BatonPostgresql.Server;

namespace BatonPostgresql;

/// <summary>Schemas of the databases that are read.</summary>
[ResourceType("schema", Description = "Schemas of databases")]
[Entitlement("owner", Purpose = Purpose.Ownership, DisplayName = "Owner of {resource}", Immutable = true)]
[Entitlement("usage", DisplayName = "Use {resource}", Description = "Needed for whatever the schema contains")]
[Entitlement("create", DisplayName = "Create tables in {resource}")]
[Grantable("owner", typeof(Roles))]
[Grantable("usage", typeof(Roles), typeof(Everyone)), Grantable("create", typeof(Roles), typeof(Everyone))]
sealed partial class Schemas(CatalogReader catalog, DatabaseChoice choice, PostgresqlConfig config, Privileges privileges)
{
    public async Task<Page<Schema, Position>> ListAsync(ResourceKey<Databases> database, Position? after, CancellationToken ct) =>
        await choice.NameAsync(database.Id, ct) is { } name
            ? await catalog.PageAsync(
                Schema.All(database.Id), name, static s => new Position(s.Oid), ct,
                Session.Value((after ?? Position.Start).First), Session.Value(config.Schemas.ToArray()))
            : new([], null);

    static void Map(Schema s, PlainBuilder r) => r.Id(Identifier.Of(s.Database, s.Oid)).DisplayName(s.Name).Description(s.Comment);

    [Grants]
    public static IEnumerable<Grantee> Holders(Schema s) => Acl.Holders(s.Owner, s.Acl, Securable.Schema.Privileges);

    [Grant]
    public Task<GrantOutcome> GrantAsync(ResourceKey schema, Principal who, string slug, CancellationToken ct) =>
        privileges.GrantAsync(Securable.Schema, schema.Id, who, slug, ct);

    [Revoke]
    public Task<RevokeOutcome> RevokeAsync(ResourceKey schema, Principal who, string slug, CancellationToken ct) =>
        privileges.RevokeAsync(Securable.Schema, schema.Id, who, slug, ct);
}
