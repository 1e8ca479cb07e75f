using System.Diagnostics;
using System.Text;
using Npgsql;

[assembly: AssemblyFixture(typeof(Baton.Samples.Postgresql.Tests.Support.PostgresqlInstance))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Baton.Samples.Postgresql.Tests.Support;

/// <summary>A PostgreSQL server of the tests' own, which listens on a socket in its folder, and writes each statement into its log.</summary>
public sealed class PostgresqlInstance : IAsyncLifetime
{
    public const string Superuser = "postgres";
    const string Password = "s3cret/of the:tests@";
    const int StartSeconds = 60;

    readonly string _folder = Directory.CreateTempSubdirectory("baton-pg-").FullName;
    readonly StringBuilder _log = new();
    Process? _server;
    NpgsqlDataSource? _admin;

    /// <summary>What the server wrote until now.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>A DSN of the superuser, as one would write it.</summary>
    public string Dsn(string database = "postgres") => Dsn(Superuser, Password, database);

    public string Dsn(string user, string password, string database = "postgres") =>
        $"postgres://{Uri.EscapeDataString(user)}:{Uri.EscapeDataString(password)}@/{Uri.EscapeDataString(database)}?host={Uri.EscapeDataString(_folder)}&sslmode=disable";

    /// <summary>Opens a connection without any of the connector's code.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string user = Superuser, string password = Password, string database = "postgres")
    {
        var settings = new NpgsqlConnectionStringBuilder { Host = _folder, Username = user, Password = password, Database = database, Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Runs statements as the superuser.</summary>
    public async Task ExecuteAsync(string sql, string? database = null)
    {
        await using var own = database is null ? null : await OpenAsync(database: database);
        await using var pooled = own is null ? await _admin!.OpenConnectionAsync(TestContext.Current.CancellationToken) : null;
        await using var command = new NpgsqlCommand(sql, own ?? pooled);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The first value of a query, as text.</summary>
    public async Task<string> TextAsync(string sql, string? database = null)
    {
        await using var own = database is null ? null : await OpenAsync(database: database);
        await using var pooled = own is null ? await _admin!.OpenConnectionAsync(TestContext.Current.CancellationToken) : null;
        await using var command = new NpgsqlCommand(sql, own ?? pooled);
        return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))?.ToString() ?? "";
    }

    public async ValueTask InitializeAsync()
    {
        var passwordFile = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(passwordFile, Password);
        PostgresqlPrograms.Own(_folder);
        var data = Path.Combine(_folder, "data");
        using (var initdb = Process.Start(PostgresqlPrograms.Start(
            "initdb", "-D", data, "-U", Superuser, $"--pwfile={passwordFile}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"))!)
        {
            var output = initdb.StandardOutput.ReadToEndAsync();
            var error = await initdb.StandardError.ReadToEndAsync();
            await output;
            await initdb.WaitForExitAsync();
            if (initdb.ExitCode != 0)
                throw new InvalidOperationException($"initdb ended with {initdb.ExitCode}: {error}");
        }
        await StartAsync(data);
    }

    async Task StartAsync(string data)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server = new Process
        {
            StartInfo = PostgresqlPrograms.Start(
                "postgres", "-D", data, "-k", _folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=30",
                "-c", "log_statement=all", "-c", "log_line_prefix=[%a] "),
            EnableRaisingEvents = true,
        };
        _server.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
                _log.AppendLine(line.Data);
            if (line.Data?.Contains("ready to accept connections", StringComparison.Ordinal) is true)
                ready.TrySetResult();
        };
        _server.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The server ended: {Log}"));
        _server.Start();
        _server.BeginErrorReadLine();
        _server.BeginOutputReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(StartSeconds));
        _admin = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder { Host = _folder, Username = Superuser, Password = Password, Database = "postgres" });
    }

    public async ValueTask DisposeAsync()
    {
        if (_admin is not null)
            await _admin.DisposeAsync();
        if (_server is { HasExited: false })
        {
            // Fast shutdown, by way of what limits its time.
            using var kill = Process.Start("kill", ["-INT", _server.Id.ToString()]);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await _server.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _server.Kill(entireProcessTree: true);
                await _server.WaitForExitAsync();
            }
        }
        _server?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
