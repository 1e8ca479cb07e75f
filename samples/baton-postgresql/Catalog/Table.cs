namespace BatonPostgresql.Catalog;

/// <summary>A table, or what is used like one: a view, a materialized view, a foreign table.</summary>
/// <param name="RowSecurity">Whether policies decide which rows somebody sees.</param>
sealed record Table(
    string Database, long Oid, string Schema, string Name, string Kind, long Owner, bool RowSecurity, bool IsPartition,
    string? Comment, IReadOnlyList<AclEntry> Acl)
{
    /// <summary>All tables of a database after an OID. By schema would mean to look through the whole catalog for each.</summary>
    /// <param name="database">Id of the database.</param>
    public static CatalogQuery<Table> All(string database) => new(
        "pg_catalog.pg_class",
        $"""
        SELECT c.oid::int8, n.nspname::text, c.relname::text,
               CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
                              WHEN 'p' THEN 'partitioned table' ELSE 'table' END,
               c.relowner::int8, c.relrowsecurity, c.relispartition, pg_catalog.obj_description(c.oid, 'pg_class'), {Catalog.Acl.Columns}
        FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace {Catalog.Acl.Join("c.relacl", 'r', "c.relowner")}
        WHERE c.oid > $1::oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND {Catalog.Schema.Wanted} ORDER BY c.oid
        """,
        row => new(
            database, row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetBoolean(5), row.GetBoolean(6),
            row.IsDBNull(7) ? null : row.GetString(7), Catalog.Acl.Read(row, 8)),
        "tables are");
}
