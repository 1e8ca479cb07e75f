using Npgsql;

namespace BatonPostgresql.Server;

/// <summary>A transaction that is under way.</summary>
sealed class Session(NpgsqlConnection connection)
{
    /// <summary>The server's major version.</summary>
    public int Version => connection.PostgreSqlVersion.Major;

    /// <summary>A parameter.</summary>
    public static NpgsqlParameter Value<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">The statement. Names in it come from the server, which quoted them.</param>
    /// <param name="ct">Stops it.</param>
    public async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>All rows of a query.</summary>
    public async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> map, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(map(reader));
        return rows;
    }

    /// <summary>The first row of a query; null when there is none.</summary>
    public async Task<T?> FindAsync<T>(string sql, Func<NpgsqlDataReader, T> map, CancellationToken ct, params NpgsqlParameter[] parameters)
        where T : class => (await ReadAsync(sql, map, ct, parameters)).FirstOrDefault();
}
