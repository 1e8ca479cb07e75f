using Baton.Samples.Postgresql.Tests.Support;

namespace Baton.Samples.Postgresql.Tests;

/// <summary>Names that nobody should give, in every place that a name can be in.</summary>
public sealed class OddNamesTests(PostgresqlInstance server) : IAsyncLifetime
{
    const string Victim = "odd_victim", Database = "odd \"; DROP ROLE odd_victim; --";

    static readonly string[] Odd =
    [
        "a\"b", "'; DROP ROLE odd_victim; --", "\"; DROP ROLE odd_victim; --", "x\" SUPERUSER; --", "ünï 漢字 😀", "$1", "@p", ":x", " blank ", "semi;colon", "back\\slash",
        "--comment", "/*c*/", "select", "PUBLIC", "UPPER", "line\nbreak", "tab\there", "a:b/c:d", "%I%s", "{0}", new('é', 31),
    ];

    readonly ConnectorOf _connector = new(server, Database);

    static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public async ValueTask InitializeAsync()
    {
        await server.ExecuteAsync($"CREATE ROLE {Victim}");
        foreach (var name in Odd)
            await server.ExecuteAsync($"CREATE ROLE {Quote(name)}");
        await server.ExecuteAsync($"CREATE DATABASE {Quote(Database)}");
        await server.ExecuteAsync($"CREATE SCHEMA {Quote(Odd[2])}; CREATE TABLE {Quote(Odd[2])}.{Quote(Odd[1])} (id int)", Database);
    }

    public async ValueTask DisposeAsync()
    {
        _connector.Dispose();
        await server.ExecuteAsync($"DROP DATABASE {Quote(Database)}");
        await server.ExecuteAsync($"DROP ROLE {Victim}, {string.Join(", ", Odd.Select(Quote))}");
    }

    [Fact]
    public async Task They_come_out_as_they_are_and_every_change_reaches_only_what_it_should()
    {
        var sync = await _connector.SyncAsync();
        sync.ShouldBeConsistent();
        Assert.All(Odd, name => Assert.Equal(name, sync.One("role", name).DisplayName));
        var entitlements = new[]
        {
            $"role:{sync.Id("role", Victim)}:member", $"database:{sync.Id("database", Database)}:create", $"schema:{sync.Id("schema", Odd[2])}:usage",
            $"table:{sync.Id("table", $"{Odd[2]}.{Odd[1]}")}:select",
        };
        // Each name in its turn as the one who gets something of each kind.
        var changes = Odd.Select((name, i) => (Entitlement: entitlements[i % entitlements.Length], Principal: sync.Id("role", name))).ToList();
        foreach (var (entitlement, principal) in changes)
            (await _connector.GrantAsync(entitlement, principal)).ShouldSucceed();
        var granted = await _connector.SyncAsync();
        Assert.All(changes, change => granted.ShouldGrant(change.Entitlement, "role:" + change.Principal));
        Assert.Equal(sync.Grants.Count + changes.Count, granted.Grants.Count);
        foreach (var (entitlement, principal) in changes)
            (await _connector.RevokeAsync(entitlement, principal)).ShouldSucceed();
        Assert.Equal(sync.Rows, (await _connector.SyncAsync()).Rows);
    }
}
