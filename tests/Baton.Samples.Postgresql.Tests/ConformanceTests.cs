using Baton.Samples.Postgresql.Tests.Support;
using Baton.Testing;
using BatonPostgresql;

namespace Baton.Samples.Postgresql.Tests;

public sealed class ConformanceTests(PostgresqlInstance server) : IAsyncLifetime
{
    public static TheoryData<string> Names => [.. new ConnectorConformance<PostgresqlConnector>(new() { MayChangeSource = true }).Names];

    public async ValueTask InitializeAsync()
    {
        await server.ExecuteAsync("CREATE ROLE kit_group; CREATE ROLE kit_ann LOGIN; CREATE ROLE kit_bob LOGIN; GRANT kit_group TO kit_ann");
        await server.ExecuteAsync("CREATE DATABASE kit");
        await server.ExecuteAsync("CREATE SCHEMA one; CREATE TABLE one.thing (id int); GRANT SELECT ON one.thing TO kit_group", "kit");
    }

    public async ValueTask DisposeAsync()
    {
        await server.ExecuteAsync("DROP DATABASE kit");
        await server.ExecuteAsync("DROP ROLE kit_group, kit_ann, kit_bob");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task Conforms(string name) => new ConnectorConformance<PostgresqlConnector>(new()
    {
        MayChangeSource = true,
        MayGrantTo = static who => who.DisplayName?.StartsWith("pg_", StringComparison.Ordinal) is false,
        Interruptions = 4,
        Run = new() { Environment = new Dictionary<string, string> { ["BATON_DSN"] = server.Dsn("kit") } },
    }).RunAsync(name, TestContext.Current.CancellationToken);
}
