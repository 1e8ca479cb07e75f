using Baton.Samples.Postgresql.Tests.Support;
using BatonPostgresql.Provisioning;
using Npgsql;

namespace Baton.Samples.Postgresql.Tests;

public sealed class AccountTests(PostgresqlInstance server) : IDisposable
{
    const string Injection = "a_x\" SUPERUSER; DROP ROLE postgres; --";

    readonly ConnectorOf _connector = new(server);

    public void Dispose() => _connector.Dispose();

    Task<string> StoredAsync(string name) => server.TextAsync($"SELECT rolpassword FROM pg_authid WHERE rolname = '{name}'");

    [Fact]
    public async Task The_life_of_an_account()
    {
        // As somebody would do it on the command line, one after the other.
        await server.ExecuteAsync("CREATE ROLE life_team; CREATE ROLE life_bob LOGIN");
        var sync = await _connector.SyncAsync();
        var (entitlement, bob) = ($"role:{sync.Id("role", "life_team")}:member", sync.Id("role", "life_bob"));
        (await _connector.GrantAsync(entitlement, bob)).ShouldSucceed();
        (await _connector.SyncAsync()).ShouldGrant(entitlement, "role:" + bob);
        (await _connector.GrantAsync(entitlement, bob)).ShouldSucceed();
        (await _connector.RevokeAsync(entitlement, bob)).ShouldSucceed();
        (await _connector.RevokeAsync(entitlement, bob)).ShouldSucceed();
        (await _connector.SyncAsync()).ShouldNotGrant(entitlement, "role:" + bob);

        await _connector.DoAsync("--create-account-login", "life_ann", "--create-account-profile", """{"connection_limit": 3, "valid_until": "2040-01-02T03:04:05Z"}""");
        var ann = (await _connector.SyncAsync()).One("role", "life_ann");
        Assert.Equal(("3", "\"2040-01-02T03:04:05Z\""), (ann.Profile.Fields["connection_limit"].ToString(), ann.Profile.Fields["password_expires"].ToString()));
        var first = await StoredAsync("life_ann");
        Assert.StartsWith("SCRAM-SHA-256$4096:", first);
        await _connector.DoAsync("--create-account-login", "life_ann");
        Assert.Equal(first, await StoredAsync("life_ann"));

        await _connector.DoAsync("--rotate-credentials", ann.Id.Resource, "--rotate-credentials-type", "role");
        Assert.NotEqual(first, await StoredAsync("life_ann"));
        await _connector.DoAsync("--delete-resource", ann.Id.Resource, "--delete-resource-type", "role");
        await _connector.DoAsync("--delete-resource", ann.Id.Resource, "--delete-resource-type", "role");
        Assert.False((await _connector.SyncAsync()).Has("role", "life_ann"));
        await server.ExecuteAsync("DROP ROLE life_team, life_bob");
    }

    [Fact]
    public async Task A_password_lets_in_and_no_statement_shows_it()
    {
        const string Password = "pass'word\\ with $everything";
        await server.ExecuteAsync($"CREATE ROLE a_scram LOGIN PASSWORD '{ScramVerifier.Of(Password)}'");
        await using (var connection = await server.OpenAsync("a_scram", Password))
            Assert.Equal(System.Data.ConnectionState.Open, connection.State);
        await Assert.ThrowsAsync<PostgresException>(() => server.OpenAsync("a_scram", Password + "!"));
        await server.ExecuteAsync("DROP ROLE a_scram");

        await _connector.SyncAsync();
        await _connector.DoAsync("--create-account-login", "a_logged");
        var statement = Assert.Single(server.Log.Split('\n'), static line => line.Contains("CREATE ROLE \"a_logged\"", StringComparison.Ordinal));
        Assert.Matches(@"PASSWORD 'SCRAM-SHA-256\$4096:[^']+'$", statement);
        await server.ExecuteAsync("DROP ROLE a_logged");
    }

    [Fact]
    public async Task Names_of_accounts_are_names_and_nothing_else()
    {
        await _connector.SyncAsync();
        await _connector.DoAsync("--create-account-login", Injection);
        Assert.Equal("false", await server.TextAsync($"SELECT rolsuper::text FROM pg_roles WHERE rolname = '{Injection}'"));
        await server.ExecuteAsync($"DROP ROLE \"{Injection.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        foreach (var wrong in (string[])["pg_mine", new('x', 64), "public"])
        {
            var run = await _connector.RunAsync("--create-account-login", wrong);
            Assert.True(run.ExitCode == (int)ErrorCode.InvalidArgument, run.Log);
        }
        var until = await _connector.RunAsync("--create-account-login", "a_until", "--create-account-profile", """{"valid_until": "'; DROP ROLE postgres; --"}""");
        Assert.Equal((int)ErrorCode.InvalidArgument, until.ExitCode);
    }

    [Fact]
    public async Task A_role_that_owns_something_is_not_dropped_and_the_error_says_what()
    {
        await server.ExecuteAsync("CREATE ROLE a_owner; CREATE TABLE a_table (id int); ALTER TABLE a_table OWNER TO a_owner");
        var sync = await _connector.SyncAsync();
        var run = await _connector.RunAsync("--delete-resource", sync.Id("role", "a_owner"), "--delete-resource-type", "role");
        Assert.Equal((int)ErrorCode.FailedPrecondition, run.ExitCode);
        Assert.Contains("owner of table a_table", run.Log);
        await server.ExecuteAsync("DROP TABLE a_table; DROP ROLE a_owner");
    }

    [Fact]
    public async Task Login_is_switched_off_with_the_sessions_and_on_again()
    {
        await server.ExecuteAsync("CREATE ROLE a_switch LOGIN PASSWORD 'pw'");
        var id = (await _connector.SyncAsync()).Id("role", "a_switch");
        await using (var session = await server.OpenAsync("a_switch", "pw"))
        {
            var off = await _connector.DoAsync(
                "--invoke-action", "disable_login", "--invoke-action-resource-type", "role", "--invoke-action-args", $$"""{"role": "role:{{id}}", "end_sessions": true}""");
            Assert.Contains("\\\"ended_sessions\\\":1", off.Log.Replace(": ", ":", StringComparison.Ordinal));
            await using var command = new NpgsqlCommand("SELECT 1", session);
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
        await Assert.ThrowsAsync<PostgresException>(() => server.OpenAsync("a_switch", "pw"));
        await _connector.DoAsync("--invoke-action", "enable_login", "--invoke-action-resource-type", "role", "--invoke-action-args", $$"""{"role": "role:{{id}}"}""");
        await using (await server.OpenAsync("a_switch", "pw"))
        {
        }
        await server.ExecuteAsync("DROP ROLE a_switch");
    }
}
