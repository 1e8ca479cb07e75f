using Baton.Samples.Postgresql.Tests.Support;
using Baton.Testing;

namespace Baton.Samples.Postgresql.Tests;

/// <summary>Granting and revoking where it is not simple.</summary>
public sealed class PrivilegeTests(PostgresqlInstance server) : IAsyncLifetime
{
    const string Database = "rights", LimitedPassword = "limited";

    readonly ConnectorOf _connector = new(server, Database);
    SyncResult _sync = null!;

    public async ValueTask InitializeAsync()
    {
        await server.ExecuteAsync(
            $"CREATE ROLE r_owner; CREATE ROLE r_ann; CREATE ROLE r_bob; CREATE ROLE r_team; CREATE ROLE r_limited LOGIN PASSWORD '{LimitedPassword}'");
        await server.ExecuteAsync($"CREATE DATABASE {Database}");
        await server.ExecuteAsync("CREATE TABLE things (id int); ALTER TABLE things OWNER TO r_owner", Database);
        _sync = await _connector.SyncAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _connector.Dispose();
        await server.ExecuteAsync($"DROP DATABASE {Database}");
        await server.ExecuteAsync("DROP ROLE r_owner, r_ann, r_bob, r_team, r_limited");
    }

    string Role(string name) => _sync.Id("role", name);

    string Select => $"table:{_sync.Id("table", "public.things")}:select";

    Task<string> ListAsync() => server.TextAsync("SELECT relacl::text FROM pg_class WHERE relname = 'things'", Database);

    [Fact]
    public async Task What_a_holder_granted_to_another_is_revoked_in_its_name()
    {
        await server.ExecuteAsync(
            "SET ROLE r_owner; GRANT SELECT ON things TO r_ann WITH GRANT OPTION; GRANT SELECT ON things TO r_bob; SET ROLE r_ann; GRANT SELECT ON things TO r_bob", Database);
        await _connector.SyncAsync();
        (await _connector.RevokeAsync(Select, Role("r_bob"))).ShouldSucceed();
        Assert.DoesNotContain("r_bob", await ListAsync());
        Assert.Contains("r_ann=r*", await ListAsync());
    }

    [Fact]
    public async Task A_privilege_that_was_passed_on_is_not_revoked_and_the_error_says_why()
    {
        await server.ExecuteAsync(
            "SET ROLE r_owner; GRANT SELECT ON things TO r_ann WITH GRANT OPTION; SET ROLE r_ann; GRANT SELECT ON things TO r_bob", Database);
        await _connector.SyncAsync();
        var before = await ListAsync();
        var run = await _connector.RevokeAsync(Select, Role("r_ann"));
        Assert.Equal((int)ErrorCode.FailedPrecondition, run.ExitCode);
        Assert.Contains("dependent privileges exist", run.Log);
        Assert.Equal(before, await ListAsync());
    }

    [Fact]
    public async Task Public_gets_and_loses_privileges()
    {
        (await _connector.GrantAsync(Select, "PUBLIC", "public")).ShouldSucceed();
        Assert.Matches("[{,]=r/r_owner", await ListAsync());
        await _connector.SyncAsync();
        (await _connector.RevokeAsync(Select, "PUBLIC", "public")).ShouldSucceed();
        Assert.DoesNotMatch("[{,]=r/r_owner", await ListAsync());
    }

    [Fact]
    public async Task Owners_are_not_granted()
    {
        var run = await _connector.GrantAsync($"table:{_sync.Id("table", "public.things")}:owner", Role("r_ann"));
        Assert.Equal((int)ErrorCode.Unimplemented, run.ExitCode);
    }

    [Fact]
    public async Task What_is_gone_is_not_found_when_granted_and_revoked_already()
    {
        await server.ExecuteAsync("CREATE ROLE r_gone; CREATE TABLE gone (id int); GRANT SELECT ON gone, things TO r_gone", Database);
        var sync = await _connector.SyncAsync();
        var (role, table) = (sync.Id("role", "r_gone"), $"table:{sync.Id("table", "public.gone")}:select");
        await server.ExecuteAsync("DROP TABLE gone; REVOKE SELECT ON things FROM r_gone; DROP ROLE r_gone", Database);
        Assert.Equal((int)ErrorCode.NotFound, (await _connector.GrantAsync(Select, role)).ExitCode);
        Assert.Equal((int)ErrorCode.NotFound, (await _connector.GrantAsync(table, Role("r_ann"))).ExitCode);
        (await _connector.RevokeAsync(table, role)).ShouldSucceed();
    }

    [Fact]
    public async Task An_admin_stays_one_when_made_a_member_and_is_none_afterwards()
    {
        var team = $"role:{Role("r_team")}";
        (await _connector.GrantAsync(team + ":member", Role("r_ann"))).ShouldSucceed();
        (await _connector.GrantAsync(team + ":admin", Role("r_ann"))).ShouldSucceed();
        (await _connector.GrantAsync(team + ":member", Role("r_ann"))).ShouldSucceed();
        var sync = await _connector.SyncAsync();
        Assert.Equal(("r_ann", ""), (sync.Holders("role", "r_team", "admin"), sync.Holders("role", "r_team", "member")));
        (await _connector.RevokeAsync(team + ":admin", Role("r_ann"))).ShouldSucceed();
        Assert.Equal("0", await server.TextAsync($"SELECT count(*) FROM pg_auth_members WHERE member = {Role("r_ann")}"));
    }

    [Fact]
    public async Task Roles_are_not_members_of_each_other()
    {
        (await _connector.GrantAsync($"role:{Role("r_team")}:member", Role("r_ann"))).ShouldSucceed();
        var run = await _connector.GrantAsync($"role:{Role("r_ann")}:member", Role("r_team"));
        Assert.Equal((int)ErrorCode.FailedPrecondition, run.ExitCode);
        Assert.Contains("is a member of role", run.Log);
    }

    [Fact]
    public async Task A_connector_without_the_right_fails_with_a_reason_and_changes_nothing()
    {
        using var limited = new ConnectorOf(server.Dsn("r_limited", LimitedPassword, Database));
        await limited.SyncAsync();
        var before = await ListAsync();
        var select = await limited.GrantAsync(Select, Role("r_ann"));
        var member = await limited.GrantAsync($"role:{Role("r_team")}:member", Role("r_ann"));
        var super = await limited.GrantAsync($"cluster:{_sync.ResourcesOf("cluster")[0].Id.Resource}:superuser", Role("r_ann"));
        Assert.All(new[] { select, member, super }, run => Assert.Equal((int)ErrorCode.PermissionDenied, run.ExitCode));
        Assert.All(new[] { select, member, super }, run => Assert.Contains("(the connector is \"r_limited\" there", run.Log));
        Assert.Equal(before, await ListAsync());
    }

    [Fact]
    public async Task A_grant_that_the_server_only_pretends_to_make_is_an_error()
    {
        // With some privilege WITH GRANT OPTION, granting another is a notice, not an error.
        await server.ExecuteAsync("SET ROLE r_owner; GRANT INSERT ON things TO r_limited WITH GRANT OPTION", Database);
        using var limited = new ConnectorOf(server.Dsn("r_limited", LimitedPassword, Database));
        await limited.SyncAsync();
        var run = await limited.GrantAsync(Select, Role("r_ann"));
        Assert.Equal((int)ErrorCode.PermissionDenied, run.ExitCode);
        Assert.Contains("may not grant SELECT on public.things", run.Log);
    }
}
