using Baton.Samples.Postgresql.Tests.Support;

namespace Baton.Samples.Postgresql.Tests;

/// <summary>What a connector that may not read everything says about it.</summary>
public sealed class MissingRightsTests(PostgresqlInstance server) : IAsyncLifetime
{
    readonly ConnectorOf _connector = new(server.Dsn("m \"reader\"", "reader", "locked"));

    public async ValueTask InitializeAsync()
    {
        await server.ExecuteAsync("CREATE ROLE \"m \"\"reader\"\"\" LOGIN PASSWORD 'reader'");
        await server.ExecuteAsync("CREATE DATABASE locked");
        await server.ExecuteAsync("CREATE DATABASE closed");
        await server.ExecuteAsync("REVOKE CONNECT ON DATABASE closed FROM PUBLIC");
    }

    public async ValueTask DisposeAsync()
    {
        _connector.Dispose();
        await server.ExecuteAsync("DROP DATABASE locked");
        await server.ExecuteAsync("DROP DATABASE closed");
        await server.ExecuteAsync("DROP ROLE \"m \"\"reader\"\"\"");
    }

    [Fact]
    public async Task An_ordinary_role_reads_all_that_the_catalogs_hold()
    {
        var sync = await _connector.SyncAsync();
        sync.ShouldBeConsistent();
        Assert.Contains("\"warning_count\":0", sync.Log);
        using var super = new ConnectorOf(server, "locked");
        Assert.Equal((await super.SyncAsync()).Rows, sync.Rows);
    }

    [Fact]
    public async Task A_database_without_connect_is_a_warning_with_the_grant_that_it_needs()
    {
        var sync = await _connector.SyncAsync("--databases", "locked,closed");
        Assert.Contains(
            "Database \\\"closed\\\" cannot be read: its schemas and tables are missing in the result. " +
            "As its owner: GRANT CONNECT ON DATABASE \\\"closed\\\" TO \\\"m \\\"\\\"reader\\\"\\\"\\\"",
            sync.Log);
        Assert.True(sync.Has("database", "closed"));
    }

    [Fact]
    public async Task A_catalog_that_is_closed_is_a_warning_with_the_grant_that_it_needs()
    {
        await server.ExecuteAsync("REVOKE SELECT ON pg_catalog.pg_auth_members FROM PUBLIC", "locked");
        var sync = await _connector.SyncAsync();
        Assert.Contains("pg_catalog.pg_auth_members in database \\\"locked\\\" cannot be read: memberships of roles are missing in the result", sync.Log);
        Assert.Contains("GRANT SELECT ON pg_catalog.pg_auth_members TO", sync.Log);
        Assert.NotEmpty(sync.ResourcesOf("role"));
    }

    [Fact]
    public async Task Wrong_passwords_databases_and_addresses_are_told_apart()
    {
        using var password = new ConnectorOf(server.Dsn("m \"reader\"", "no-such-password", "locked"));
        var wrong = await password.RunAsync();
        Assert.Equal((int)ErrorCode.Unauthenticated, wrong.ExitCode);
        Assert.DoesNotContain("no-such-password", wrong.Log);
        using var database = new ConnectorOf(server.Dsn("m \"reader\"", "reader", "nowhere"));
        var missing = await database.RunAsync();
        Assert.True(missing.Log.Contains("does not exist: name one that exists in --dsn.", StringComparison.Ordinal), missing.Log);
    }
}
