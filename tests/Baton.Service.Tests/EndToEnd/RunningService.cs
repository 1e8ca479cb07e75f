using System.Globalization;
using Baton.CompilerServices;
using Baton.Testing;

namespace Baton.Service.Tests.EndToEnd;

/// <summary>A connector in service mode, inside the test.</summary>
sealed class RunningService : IAsyncDisposable
{
    public const string Token = "town-token-6b1f";

    readonly StringWriter _log = new(CultureInfo.InvariantCulture);
    readonly TextWriter _logWriter; // several threads log
    readonly CancellationTokenSource _terminate = new();
    readonly string _directory = Directory.CreateTempSubdirectory("baton-service-").FullName;

    RunningService() => _logWriter = TextWriter.Synchronized(_log);

    public Task<int> Ended { get; private set; } = null!;

    public string Log
    {
        get
        {
            lock (_logWriter) // as it does itself
                return _log.ToString();
        }
    }

    /// <summary>Files that are left in its temporary folder.</summary>
    public IReadOnlyList<string> Files => Directory.GetFileSystemEntries(_directory);

    public static RunningService Start(C1Emulator c1, params string[] args) => Start(c1.ClientId, c1.ClientSecret, c1.Host, args);

    public static RunningService Start(C1Emulator c1, TimeProvider time, params string[] args) => Start(c1.ClientId, c1.ClientSecret, c1.Host, time, args);

    public static RunningService Start(string clientId, string clientSecret, string host, params string[] args) =>
        Start(clientId, clientSecret, host, TimeProvider.System, args);

    static RunningService Start(string clientId, string clientSecret, string host, TimeProvider time, string[] args)
    {
        var service = new RunningService();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["BATON_CLIENT_ID"] = clientId,
            ["BATON_CLIENT_SECRET"] = clientSecret,
            ["BATON_C1_API_HOST"] = host,
            ["BATON_TOKEN"] = Token,
            ["BATON_TMPDIR"] = service._directory,
            ["BATON_HOST_ID"] = $"host-{Path.GetFileName(service._directory)}",
        };
        foreach (var assignment in args.Where(static a => a.StartsWith("BATON_", StringComparison.Ordinal)))
            environment[assignment.Split('=')[0]] = assignment.Split('=')[1];
        var options = new ConnectorHostOptions
        {
            Error = service._logWriter,
            Environment = environment.GetValueOrDefault,
            WorkingDirectory = service._directory,
            Terminate = service._terminate.Token,
            TimeProvider = time,
        };
        string[] all = ["--log-level=debug", .. args.Where(static a => a.StartsWith("--", StringComparison.Ordinal))];
        service.Ended = ConnectorHost.RunAsync(ManifestOf<TownConnector>(), all, options);
        return service;
    }

    /// <summary>What SIGTERM does.</summary>
    public Task<int> StopAsync()
    {
        _terminate.Cancel();
        return Ended;
    }

    public async ValueTask DisposeAsync()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(Log); // shown when the test fails
        await StopAsync();
        _terminate.Dispose();
        await _log.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    static ConnectorManifest ManifestOf<T>() where T : IConnector => T.Manifest;
}
