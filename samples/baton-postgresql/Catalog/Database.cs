namespace BatonPostgresql.Catalog;

/// <summary>A database.</summary>
sealed record Database(
    long Oid, string Name, long Owner, bool IsTemplate, bool AllowsConnections, string Encoding, string? Comment, IReadOnlyList<AclEntry> Acl)
{
    /// <summary>All databases after an OID.</summary>
    public static CatalogQuery<Database> All { get; } = new(
        "pg_catalog.pg_database",
        $"""
        SELECT d.oid::int8, d.datname::text, d.datdba::int8, d.datistemplate, d.datallowconn, pg_catalog.pg_encoding_to_char(d.encoding)::text,
               pg_catalog.shobj_description(d.oid, 'pg_database'), {Catalog.Acl.Columns}
        FROM pg_catalog.pg_database AS d {Catalog.Acl.Join("d.datacl", 'd', "d.datdba")}
        WHERE d.oid > $1::oid ORDER BY d.oid
        """,
        static row => new(
            row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetBoolean(3), row.GetBoolean(4), row.GetString(5),
            row.IsDBNull(6) ? null : row.GetString(6), Catalog.Acl.Read(row, 7)));
}
