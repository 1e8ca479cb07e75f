using Baton.Protocol.Connector.V2;
using Baton.Samples.Postgresql.Tests.Support;

namespace Baton.Samples.Postgresql.Tests;

/// <summary>Many roles, and a server that changes while it is read.</summary>
public sealed class ScaleTests(PostgresqlInstance server) : IAsyncLifetime
{
    const int Roles = 2000, Groups = 40, Tables = 1200;

    readonly ConnectorOf _connector = new(server, "scale");

    public async ValueTask InitializeAsync()
    {
        await server.ExecuteAsync(
            $"DO $$ BEGIN FOR i IN 1..{Roles} LOOP EXECUTE format('CREATE ROLE %I LOGIN', 's_' || i); " +
            $"IF i > {Groups} THEN EXECUTE format('GRANT %I TO %I', 's_' || 1 + i % {Groups}, 's_' || i); END IF; END LOOP; END $$");
        await server.ExecuteAsync("CREATE DATABASE scale");
        await server.ExecuteAsync(
            $"DO $$ BEGIN FOR i IN 1..{Tables} LOOP EXECUTE format('CREATE VIEW %I AS SELECT 1 AS n', 't_' || i); END LOOP; END $$; GRANT SELECT ON t_1 TO s_2000",
            "scale");
    }

    public async ValueTask DisposeAsync()
    {
        _connector.Dispose();
        await server.ExecuteAsync("DROP DATABASE scale WITH (FORCE)");
        await server.ExecuteAsync($"DO $$ BEGIN FOR i IN 1..{Roles} LOOP EXECUTE format('DROP ROLE %I', 's_' || i); END LOOP; END $$");
    }

    [Fact]
    public async Task Thousands_of_roles_and_tables_take_a_handful_of_queries()
    {
        var before = server.Log.Length;
        var sync = await _connector.SyncAsync("--skip-public-members");
        var queries = server.Log[before..].Split('\n').Count(
            static line => line.StartsWith("[baton-postgresql] LOG:", StringComparison.Ordinal) && line.Contains("SELECT", StringComparison.Ordinal));
        Assert.Equal(await server.TextAsync("SELECT count(*) FROM pg_roles"), sync.ResourcesOf("role").Count.ToString());
        Assert.Equal(Tables, sync.ResourcesOf("table").Count);
        Assert.Equal(
            await server.TextAsync("SELECT count(*) FROM pg_auth_members"),
            sync.Grants.Count(static g => g.Entitlement.Resource.Id.ResourceType == "role" && g.Annotations.Any(static a => a.Is(GrantMetadata.Descriptor))).ToString());
        Assert.InRange(queries, 10, 60);
        sync.ShouldGrant($"table:{sync.Id("table", "public.t_1")}:select", "role:" + sync.Id("role", "s_2000"));
    }

    [Fact]
    public async Task What_changes_during_a_sync_does_not_break_it()
    {
        using var stop = new CancellationTokenSource();
        var changes = ChangeAsync(stop.Token);
        var syncs = new List<Baton.Testing.SyncResult>();
        for (var i = 0; i < 2; i++)
            syncs.Add(await _connector.SyncAsync("--skip-public-members"));
        await stop.CancelAsync();
        Assert.True(await changes > 2, "nothing changed meanwhile");
        foreach (var sync in syncs)
        {
            Assert.Equal(Roles, sync.ResourcesOf("role").Count(static r => r.DisplayName.StartsWith("s_", StringComparison.Ordinal)));
            Assert.Equal(Tables, sync.ResourcesOf("table").Count(static t => t.DisplayName.StartsWith("public.t_", StringComparison.Ordinal)));
            Assert.Equal(sync.ResourcesOf("role").Count, sync.ResourcesOf("role").Select(static r => r.Id.Resource).Distinct().Count());
            sync.ShouldGrant($"role:{sync.Id("role", "s_1")}:member", "role:" + sync.Id("role", "s_2000"));
        }
    }

    // Roles, schemas and tables come and go, with privileges on each other, until the syncs are done.
    async Task<int> ChangeAsync(CancellationToken stop)
    {
        await using var connection = await server.OpenAsync(database: "scale");
        var rounds = 0;
        for (; !stop.IsCancellationRequested; rounds++)
        {
            foreach (var sql in (string[])
                [
                    "CREATE ROLE c_new; GRANT s_1 TO c_new; CREATE SCHEMA c_schema AUTHORIZATION c_new; CREATE TABLE c_schema.c_table (id int); GRANT SELECT ON c_schema.c_table TO c_new",
                    "ALTER ROLE c_new RENAME TO c_renamed; ALTER TABLE c_schema.c_table RENAME TO c_other; ALTER TABLE t_1 OWNER TO c_renamed",
                    "ALTER TABLE t_1 OWNER TO postgres; DROP SCHEMA c_schema CASCADE; DROP ROLE c_renamed",
                ])
            {
                await using var command = new Npgsql.NpgsqlCommand(sql, connection);
                await command.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
        return rounds;
    }
}
