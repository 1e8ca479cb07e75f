namespace BatonPostgresql.Catalog;

/// <summary>A schema of a database.</summary>
sealed record Schema(string Database, long Oid, string Name, long Owner, string? Comment, IReadOnlyList<AclEntry> Acl)
{
    /// <summary>What tells the schemas that are wanted: <c>$2</c> has their names; when there are none, all but PostgreSQL's own.</summary>
    public const string Wanted =
        "CASE WHEN cardinality($2::text[]) > 0 THEN n.nspname = ANY ($2::text[]) ELSE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' END";

    /// <summary>All schemas after an OID.</summary>
    /// <param name="database">Id of the database.</param>
    public static CatalogQuery<Schema> All(string database) => new(
        "pg_catalog.pg_namespace",
        $"""
        SELECT n.oid::int8, n.nspname::text, n.nspowner::int8, pg_catalog.obj_description(n.oid, 'pg_namespace'), {Catalog.Acl.Columns}
        FROM pg_catalog.pg_namespace AS n {Catalog.Acl.Join("n.nspacl", 'n', "n.nspowner")}
        WHERE n.oid > $1::oid AND {Wanted} ORDER BY n.oid
        """,
        row => new(database, row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetString(3), Catalog.Acl.Read(row, 4)),
        "schemas are");
}
