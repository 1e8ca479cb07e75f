using Baton;
using BatonPostgresql.Server;
using Npgsql;

namespace BatonPostgresql.Catalog;

/// <summary>
/// Reads catalogs in pages, each in a transaction of its own that begins after the last key of the page before: so nothing is skipped or
/// repeated, whatever is created or dropped meanwhile, and no transaction stays open for the length of a sync.
/// </summary>
sealed class CatalogReader(PostgresqlServer server, ISyncWarnings warnings)
{
    /// <summary>How many rows a page has at most.</summary>
    public const int PageSize = 1000;

    /// <summary>Reads a page.</summary>
    /// <param name="query">What to read.</param>
    /// <param name="database">Name of the database; null for the one of the DSN.</param>
    /// <param name="key">Tells where the page after a row begins.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="parameters">Parameters of the query.</param>
    public async Task<Page<T, TCursor>> PageAsync<T, TCursor>(
        CatalogQuery<T> query, string? database, Func<T, TCursor> key, CancellationToken ct, params NpgsqlParameter[] parameters)
        where TCursor : class
    {
        try
        {
            var rows = await server.ReadAsync(database, $"{query.Sql} LIMIT {PageSize}", query.Map, ct, parameters);
            return new(rows, rows.Count < PageSize ? null : key(rows[^1]));
        }
        catch (ConnectorException e) when (e.Code == ErrorCode.PermissionDenied && query.Lost is not null)
        {
            var place = database ?? server.Database;
            warnings.Add($"{query.Catalog} in database \"{place}\" cannot be read: {query.Lost} missing in the result. " +
                $"As a superuser, in that database: GRANT SELECT ON {query.Catalog} TO {Identifier.Quote(server.User)}");
            return new([], null);
        }
    }
}
