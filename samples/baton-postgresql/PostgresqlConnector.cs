using Baton;
using BatonPostgresql.Server;

namespace BatonPostgresql;

/// <summary>Who can do what on a PostgreSQL server.</summary>
[Connector("baton-postgresql", DisplayName = "PostgreSQL", Description = "Roles, memberships and privileges of a PostgreSQL server, from its catalogs")]
sealed partial class PostgresqlConnector(PostgresqlServer server, DatabaseChoice choice)
{
    const int OldestVersion = 120000;

    /// <summary>Fails when the server cannot be used, before anything is read.</summary>
    public async Task ValidateAsync(CancellationToken ct)
    {
        var version = await server.OneAsync(null, "SELECT current_setting('server_version_num')::int4", static row => row.GetInt32(0), ct);
        if (version < OldestVersion)
            throw new ConnectorException(
                ErrorCode.FailedPrecondition, $"The server is PostgreSQL {version / 10000}: 12 is the oldest version that can be read.");
        await choice.ValidateAsync(ct);
    }
}
