using Baton;
using BatonPostgresql.Catalog;
using BatonPostgresql.Server;

namespace BatonPostgresql;

/// <summary>PUBLIC: every role is in it, also those that are not made yet. What it may do, each account may do.</summary>
[ResourceType("public", Trait.Group, DisplayName = "PUBLIC", Description = "Every role of the server")]
[Entitlement("member", Purpose = Purpose.Assignment, Description = "Held by every role that can log in", Immutable = true)]
[Grantable("member", typeof(Roles))]
sealed partial class Everyone(CatalogReader catalog, PostgresqlConfig config)
{
    const string Id = "PUBLIC";

    /// <summary>PUBLIC as a holder.</summary>
    public static Grantee Holder => Grantee.Group<Everyone>(Id).Expanding("member");

    public static IEnumerable<string> ListAsync() => [Id];

    static void Map(string id, GroupBuilder r) => r.Id(id).DisplayName(id).SourceType("native");

    [Grants("member")]
    public async Task<Page<ResourceGrant, Position>> MembersAsync(Position? after, CancellationToken ct)
    {
        if (config.SkipPublicMembers)
            return new([], null);
        var page = await catalog.PageAsync(Role.Accounts, null, static oid => new Position(oid), ct, Session.Value((after ?? Position.Start).First));
        return new([.. page.Items.Select(static oid => Grantee.User<Roles>(Identifier.Of(oid)).Immutable().On(Id))], page.Next);
    }
}
