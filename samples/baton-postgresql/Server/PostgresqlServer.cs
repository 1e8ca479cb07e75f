using System.Collections.Concurrent;
using System.Data;
using System.Globalization;
using Npgsql;

namespace BatonPostgresql.Server;

/// <summary>
/// The server. What reads runs in a read-only transaction, and everything under a time limit. A connection belongs to one database: those to
/// the database of the DSN are kept, those to others end with what they were opened for, so that a server with many databases keeps its
/// connections for others.
/// </summary>
sealed class PostgresqlServer : IAsyncDisposable
{
    const int MaxConnections = 8;

    readonly NpgsqlConnectionStringBuilder _settings;
    readonly ConcurrentDictionary<string, NpgsqlDataSource> _sources = new(StringComparer.Ordinal);
    readonly string _limits;

    /// <summary>The server that the settings name; connects later.</summary>
    public PostgresqlServer(PostgresqlConfig config)
    {
        _settings = Dsn.Parse(config.Dsn);
        _settings.MaxPoolSize = MaxConnections;
        _settings.ConnectionIdleLifetime = 30;
        // What depends on a role is told in an error's detail; there is nothing but names of the catalog in it.
        _settings.IncludeErrorDetail = true;
        // The server's limit goes first: its error says what was too slow.
        _settings.CommandTimeout = config.StatementTimeoutSeconds + 15;
        var limit = string.Create(CultureInfo.InvariantCulture, $"'{config.StatementTimeoutSeconds}s'");
        _limits = $"SET LOCAL statement_timeout = {limit}; SET LOCAL lock_timeout = {limit}";
    }

    /// <summary>The database that the DSN names.</summary>
    public string Database => _settings.Database!;

    /// <summary>The role that the DSN names.</summary>
    public string User => _settings.Username!;

    /// <summary>All rows of a query, which limits them itself.</summary>
    /// <param name="database">Name of the database; null for the one of the DSN.</param>
    /// <param name="sql">The query, with <c>$1</c>, <c>$2</c>… for the parameters.</param>
    /// <param name="map">Reads the row that the reader is on.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="parameters">The parameters.</param>
    public Task<List<T>> ReadAsync<T>(string? database, string sql, Func<NpgsqlDataReader, T> map, CancellationToken ct, params NpgsqlParameter[] parameters) =>
        RunAsync(database, "SET TRANSACTION READ ONLY; ", session => session.ReadAsync(sql, map, ct, parameters), ct);

    /// <summary>The one row of a query.</summary>
    public async Task<T> OneAsync<T>(string? database, string sql, Func<NpgsqlDataReader, T> map, CancellationToken ct, params NpgsqlParameter[] parameters) =>
        (await ReadAsync(database, sql, map, ct, parameters))[0];

    /// <summary>Changes something, in one transaction.</summary>
    public Task<T> ChangeAsync<T>(string? database, Func<Session, Task<T>> change, CancellationToken ct) => RunAsync(database, "", change, ct);

    async Task<T> RunAsync<T>(string? database, string mode, Func<Session, Task<T>> work, CancellationToken ct)
    {
        try
        {
            await using var connection = await Source(database ?? Database).OpenConnectionAsync(ct);
            // Read committed: a change sees what others did while it waited for a lock.
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
            var session = new Session(connection);
            await session.ExecuteAsync(mode + _limits, ct);
            var result = await work(session);
            await transaction.CommitAsync(ct);
            return result;
        }
        catch (NpgsqlException e)
        {
            throw ServerErrors.Explain(e, database ?? Database, User);
        }
    }

    NpgsqlDataSource Source(string database) => _sources.GetOrAdd(database, name =>
    {
        var settings = new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Database = name, Pooling = name == Database };
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        return builder.Build();
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources.Values)
            await source.DisposeAsync();
    }
}
