namespace BatonPostgresql.Catalog;

/// <summary>That a role is a member of another.</summary>
/// <param name="Role">OID of the role.</param>
/// <param name="Member">OID of its member.</param>
/// <param name="Admin">Whether the member may make others members.</param>
/// <param name="Inherit">Whether the member has the role's privileges without <c>SET ROLE</c>.</param>
/// <param name="Set">Whether the member may use <c>SET ROLE</c>.</param>
sealed record Membership(long Role, long Member, bool Admin, bool Inherit, bool Set)
{
    /// <summary>
    /// All memberships after one. Before version 16 the catalog has no columns for two of the options: the member's own attribute decides about
    /// inheriting, and nothing forbids <c>SET ROLE</c>. From 16 on a membership may be there several times, once for each role that gave it.
    /// </summary>
    public static CatalogQuery<Membership> All { get; } = new(
        "pg_catalog.pg_auth_members",
        """
        SELECT m.roleid::int8, m.member::int8, bool_or(m.admin_option),
               bool_or(coalesce((pg_catalog.to_jsonb(m) ->> 'inherit_option')::bool, u.rolinherit)),
               bool_or(coalesce((pg_catalog.to_jsonb(m) ->> 'set_option')::bool, true))
        FROM pg_catalog.pg_auth_members AS m JOIN pg_catalog.pg_roles AS u ON u.oid = m.member
        WHERE (m.roleid, m.member) > ($1::oid, $2::oid)
        GROUP BY m.roleid, m.member ORDER BY m.roleid, m.member
        """,
        static row => new(row.GetInt64(0), row.GetInt64(1), row.GetBoolean(2), row.GetBoolean(3), row.GetBoolean(4)),
        "memberships of roles are");
}
