namespace BatonPostgresql.Provisioning;

/// <summary>A kind of object with an access control list.</summary>
/// <param name="Keyword">As <c>GRANT</c> writes it.</param>
/// <param name="InDatabase">Whether objects of the kind are in a database, and can be changed only there.</param>
/// <param name="Privileges">The privileges that can be given, in lower case: the slugs of the entitlements.</param>
/// <param name="Source">The quoted name, the owner and the list of the object with the OID <c>$1</c>.</param>
sealed record Securable(string Keyword, bool InDatabase, IReadOnlyList<string> Privileges, string Source)
{
    public static Securable Database { get; } = new(
        "DATABASE", false, ["connect", "create", "temporary"],
        """
        SELECT pg_catalog.quote_ident(datname) AS name, datdba AS owner, coalesce(datacl, pg_catalog.acldefault('d', datdba)) AS acl
        FROM pg_catalog.pg_database WHERE oid = $1::oid
        """);

    public static Securable Schema { get; } = new(
        "SCHEMA", true, ["usage", "create"],
        """
        SELECT pg_catalog.quote_ident(nspname) AS name, nspowner AS owner, coalesce(nspacl, pg_catalog.acldefault('n', nspowner)) AS acl
        FROM pg_catalog.pg_namespace WHERE oid = $1::oid
        """);

    public static Securable Table { get; } = new(
        "TABLE", true, ["select", "insert", "update", "delete", "truncate", "references", "trigger"],
        """
        SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, c.relowner AS owner, coalesce(c.relacl, pg_catalog.acldefault('r', c.relowner)) AS acl
        FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = $1::oid
        """);
}
