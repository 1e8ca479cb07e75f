using Baton.Testing;
using BatonPostgresql;

namespace Baton.Samples.Postgresql.Tests.Support;

/// <summary>The connector, run as on the command line, with one file that syncs write and changes refer to.</summary>
sealed class ConnectorOf : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("baton-pg-test-").FullName;
    readonly string _dsn;

    public ConnectorOf(PostgresqlInstance server, string database = "postgres")
        : this(server.Dsn(database))
    {
    }

    public ConnectorOf(string dsn) => _dsn = dsn;

    ConnectorRunOptions Options => new()
    {
        File = Path.Combine(_folder, "sync.c1z"),
        Environment = new Dictionary<string, string> { ["BATON_DSN"] = _dsn },
    };

    /// <summary>A sync that succeeds, with rows that hold together.</summary>
    public async Task<SyncResult> SyncAsync(params string[] args)
    {
        var sync = await ConnectorRun.SyncAsync<PostgresqlConnector>(args, Options, TestContext.Current.CancellationToken);
        sync.ShouldSucceed();
        return sync;
    }

    public Task<RunResult> RunAsync(params string[] args) => ConnectorRun.InvokeAsync<PostgresqlConnector>(args, Options, TestContext.Current.CancellationToken);

    /// <summary>Runs what must succeed.</summary>
    public async Task<RunResult> DoAsync(params string[] args)
    {
        var run = await RunAsync(args);
        run.ShouldSucceed();
        return run;
    }

    public Task<RunResult> GrantAsync(string entitlement, string principal, string type = "role") =>
        RunAsync("--grant-entitlement", entitlement, "--grant-principal", principal, "--grant-principal-type", type);

    public Task<RunResult> RevokeAsync(string entitlement, string principal, string type = "role") => RunAsync("--revoke-grant", $"{entitlement}:{type}:{principal}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
