using Baton;
using BatonPostgresql.Catalog;
using BatonPostgresql.Server;

namespace BatonPostgresql;

/// <summary>The databases whose schemas and tables are read.</summary>
sealed class DatabaseChoice(PostgresqlServer server, PostgresqlConfig config, ISyncWarnings warnings)
{
    const string Find = "SELECT datname::text, datallowconn, pg_catalog.has_database_privilege(oid, 'CONNECT') FROM pg_catalog.pg_database WHERE ";

    /// <summary>Fails when a database that the settings name does not exist.</summary>
    public async Task ValidateAsync(CancellationToken ct)
    {
        string[] wanted = [.. config.Databases];
        var found = await server.ReadAsync(null, Find + "datname = ANY ($1)", static row => row.GetString(0), ct, Session.Value(wanted));
        if (wanted.Except(found, StringComparer.Ordinal).FirstOrDefault() is { } missing)
            throw new ConnectorException(ErrorCode.InvalidArgument, $"--databases: there is no database \"{missing}\" on the server.");
    }

    /// <summary>The name of a database whose objects are wanted and can be read; null for another.</summary>
    /// <param name="id">Id of the database.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<string?> NameAsync(string id, CancellationToken ct)
    {
        var rows = await server.ReadAsync(
            null, Find + "oid = $1::oid", static row => (Name: row.GetString(0), Allows: row.GetBoolean(1), May: row.GetBoolean(2)), ct,
            Session.Value(Identifier.Oid(id)));
        // Dropped since it was listed.
        if (rows is not [var database] || !IsWanted(database.Name))
            return null;
        if (database is { Allows: true, May: true })
            return database.Name;
        // Template0 is there for nobody; any other is not read against somebody's wish.
        if (database.Allows)
        {
            warnings.Add($"Database \"{database.Name}\" cannot be read: its schemas and tables are missing in the result. " +
                $"As its owner: GRANT CONNECT ON DATABASE {Identifier.Quote(database.Name)} TO {Identifier.Quote(server.User)}");
        }
        else if (!config.SyncAllDatabases)
            warnings.Add($"Database \"{database.Name}\" allows no connections: its schemas and tables are missing in the result.");
        return null;
    }

    bool IsWanted(string name) =>
        config.SyncAllDatabases || (config.Databases.Count > 0 ? config.Databases.Contains(name) : name == server.Database);
}
