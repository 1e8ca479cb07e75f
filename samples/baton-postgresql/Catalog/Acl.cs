using Baton;
using Npgsql;

namespace BatonPostgresql.Catalog;

/// <summary>An entry of an access control list.</summary>
/// <param name="Role">OID of who holds the privilege; 0 is PUBLIC.</param>
/// <param name="Privilege">As <c>GRANT</c> writes it: <c>SELECT</c>.</param>
/// <param name="Grantable">Whether the holder may pass it on.</param>
readonly record struct AclEntry(long Role, string Privilege, bool Grantable);

/// <summary>Privileges on an object, as they come with its row.</summary>
static class Acl
{
    const long Public = 0;

    /// <summary>Three columns that hold the entries of a list.</summary>
    public const string Columns = "acl.roles, acl.privileges, acl.grantable";

    /// <summary>What to join for the columns. An object without a list has the one that PostgreSQL gives to new ones.</summary>
    /// <param name="list">The column with the list.</param>
    /// <param name="kind">The kind of object, as <c>acldefault</c> takes it.</param>
    /// <param name="owner">The column with the owner.</param>
    public static string Join(string list, char kind, string owner) =>
        "CROSS JOIN LATERAL (SELECT array_agg(a.grantee::int8 ORDER BY a.n) AS roles, array_agg(a.privilege_type ORDER BY a.n) AS privileges, " +
        "array_agg(a.is_grantable ORDER BY a.n) AS grantable " +
        $"FROM pg_catalog.aclexplode(coalesce({list}, pg_catalog.acldefault('{kind}', {owner}))) " +
        "WITH ORDINALITY AS a(grantor, grantee, privilege_type, is_grantable, n)) AS acl";

    /// <summary>Reads the columns.</summary>
    /// <param name="row">The reader.</param>
    /// <param name="at">Index of the first one.</param>
    public static IReadOnlyList<AclEntry> Read(NpgsqlDataReader row, int at)
    {
        // Nobody may do anything: the list is empty.
        if (row.IsDBNull(at))
            return [];
        var roles = row.GetFieldValue<long[]>(at);
        var privileges = row.GetFieldValue<string[]>(at + 1);
        var grantable = row.GetFieldValue<bool[]>(at + 2);
        return [.. roles.Select((role, i) => new AclEntry(role, privileges[i], grantable[i]))];
    }

    /// <summary>The holders: the owner, and those in the list. Whoever can become a role can do what it may.</summary>
    /// <param name="owner">OID of the owner.</param>
    /// <param name="entries">The list.</param>
    /// <param name="slugs">The entitlements that there are; newer servers may have privileges that are none.</param>
    public static IEnumerable<Grantee> Holders(long owner, IReadOnlyList<AclEntry> entries, IReadOnlyList<string> slugs)
    {
        yield return Roles.Holder(owner).Immutable().For("owner");
        // Several roles may have given the same privilege to the same role.
        foreach (var held in entries.GroupBy(static e => (e.Role, Slug: e.Privilege.ToLowerInvariant())).Where(g => slugs.Contains(g.Key.Slug)))
        {
            var grantee = held.Key.Role == Public ? Everyone.Holder : Roles.Holder(held.Key.Role);
            yield return (held.Any(static e => e.Grantable) ? grantee.Metadata("grantable", "true") : grantee).For(held.Key.Slug);
        }
    }
}
