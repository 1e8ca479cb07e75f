using Npgsql;

namespace BatonPostgresql.Catalog;

/// <summary>A query that gives its rows in the order of their keys, from a key on.</summary>
/// <param name="Catalog">The catalog that it reads.</param>
/// <param name="Sql">The query, without a limit.</param>
/// <param name="Map">Reads the row that the reader is on.</param>
/// <param name="Lost">What a result without these rows lacks, as in "memberships are"; null when nothing sensible is left without them.</param>
sealed record CatalogQuery<T>(string Catalog, string Sql, Func<NpgsqlDataReader, T> Map, string? Lost = null);
