using BatonPostgresql.Server;
using Npgsql;

namespace BatonPostgresql.Catalog;

/// <summary>A role.</summary>
sealed record Role(
    long Oid,
    string Name,
    bool Superuser,
    bool Inherit,
    bool CreateRole,
    bool CreateDatabase,
    bool Login,
    bool Replication,
    bool BypassRls,
    int ConnectionLimit,
    DateTimeOffset? PasswordExpires,
    string? Comment)
{
    // Times beyond what .NET knows: infinity and the far future are no limit.
    const string Select =
        """
        SELECT r.oid::int8, r.rolname::text, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication, r.rolbypassrls,
               r.rolconnlimit,
               CASE WHEN r.rolvaliduntil < '9999-01-01 00:00Z' THEN greatest(r.rolvaliduntil, '1970-01-01 00:00Z') END,
               pg_catalog.shobj_description(r.oid, 'pg_authid')
        FROM pg_catalog.pg_roles AS r
        """;

    /// <summary>All roles after an OID.</summary>
    public static CatalogQuery<Role> All { get; } = new("pg_catalog.pg_roles", $"{Select} WHERE r.oid > $1::oid ORDER BY r.oid", Read);

    /// <summary>OIDs of the roles after one that can log in.</summary>
    public static CatalogQuery<long> Accounts { get; } = new(
        "pg_catalog.pg_roles",
        "SELECT r.oid::int8 FROM pg_catalog.pg_roles AS r WHERE r.oid > $1::oid AND r.rolcanlogin ORDER BY r.oid",
        static row => row.GetInt64(0));

    /// <summary>Roles after an OID that have an attribute of the server as a whole.</summary>
    public static CatalogQuery<Role> Privileged { get; } = new(
        "pg_catalog.pg_roles",
        $"{Select} WHERE r.oid > $1::oid AND " +
        "(r.rolsuper OR r.rolcanlogin OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls) ORDER BY r.oid",
        Read);

    /// <summary>Whether PostgreSQL made it: names that begin so are its own.</summary>
    public bool IsPredefined => Name.StartsWith("pg_", StringComparison.Ordinal);

    /// <summary>The role of an OID.</summary>
    public static Task<Role?> FindAsync(Session session, long oid, CancellationToken ct) =>
        session.FindAsync($"{Select} WHERE r.oid = $1::oid", Read, ct, Session.Value(oid));

    /// <summary>The role of a name.</summary>
    public static Task<Role?> FindAsync(Session session, string name, CancellationToken ct) =>
        session.FindAsync($"{Select} WHERE r.rolname = $1", Read, ct, Session.Value(name));

    static Role Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetBoolean(2), row.GetBoolean(3), row.GetBoolean(4), row.GetBoolean(5), row.GetBoolean(6), row.GetBoolean(7),
        row.GetBoolean(8), row.GetInt32(9), row.IsDBNull(10) ? null : row.GetFieldValue<DateTimeOffset>(10), row.IsDBNull(11) ? null : row.GetString(11));
}
