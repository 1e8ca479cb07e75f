using Baton;
using BatonPostgresql.Catalog;
using BatonPostgresql.Provisioning;
using BatonPostgresql.Server;

namespace BatonPostgresql;

/// <summary>Tables, views, materialized views and foreign tables of the databases that are read.</summary>
[ResourceType("table", Description = "Tables, views, materialized views and foreign tables")]
[Entitlement("owner", Purpose = Purpose.Ownership, DisplayName = "Owner of {resource}", Immutable = true)]
[Entitlement("select", DisplayName = "Read {resource}")]
[Entitlement("insert", DisplayName = "Add rows to {resource}")]
[Entitlement("update", DisplayName = "Change rows of {resource}")]
[Entitlement("delete", DisplayName = "Delete rows of {resource}")]
[Entitlement("truncate", DisplayName = "Empty {resource}")]
[Entitlement("references", DisplayName = "Refer to {resource}")]
[Entitlement("trigger", DisplayName = "Make triggers on {resource}")]
[Grantable("owner", typeof(Roles)), Grantable("select", typeof(Roles), typeof(Everyone)), Grantable("insert", typeof(Roles), typeof(Everyone))]
[Grantable("update", typeof(Roles), typeof(Everyone)), Grantable("delete", typeof(Roles), typeof(Everyone))]
[Grantable("truncate", typeof(Roles), typeof(Everyone)), Grantable("references", typeof(Roles), typeof(Everyone))]
[Grantable("trigger", typeof(Roles), typeof(Everyone))]
sealed partial class Tables(CatalogReader catalog, DatabaseChoice choice, PostgresqlConfig config, Privileges privileges)
{
    public async Task<Page<Table, Position>> ListAsync(ResourceKey<Databases> database, Position? after, CancellationToken ct) =>
        await choice.NameAsync(database.Id, ct) is { } name
            ? await catalog.PageAsync(
                Table.All(database.Id), name, static t => new Position(t.Oid), ct,
                Session.Value((after ?? Position.Start).First), Session.Value(config.Schemas.ToArray()))
            : new([], null);

    static void Map(Table t, PlainBuilder r) => r
        .Id(Identifier.Of(t.Database, t.Oid))
        .DisplayName($"{t.Schema}.{t.Name}")
        .Description(t.Comment)
        .Profile("schema", t.Schema)
        .Profile("name", t.Name)
        .Profile("kind", t.Kind)
        .Profile("row_security", t.RowSecurity)
        .Profile("partition", t.IsPartition);

    [Grants]
    public static IEnumerable<Grantee> Holders(Table t) => Acl.Holders(t.Owner, t.Acl, Securable.Table.Privileges);

    [Grant]
    public Task<GrantOutcome> GrantAsync(ResourceKey table, Principal who, string slug, CancellationToken ct) =>
        privileges.GrantAsync(Securable.Table, table.Id, who, slug, ct);

    [Revoke]
    public Task<RevokeOutcome> RevokeAsync(ResourceKey table, Principal who, string slug, CancellationToken ct) =>
        privileges.RevokeAsync(Securable.Table, table.Id, who, slug, ct);
}
