using Baton.Testing;
using BatonScim;

namespace Baton.Samples.Scim.Tests.Support;

/// <summary>The connector, run as on the command line, with one file that syncs write and changes refer to.</summary>
sealed class ConnectorOf : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("baton-scim-test-").FullName;
    readonly string[] _arguments;
    readonly HttpMessageHandler? _http;

    ConnectorOf(HttpMessageHandler? http, params string[] arguments) => (_http, _arguments) = (http, arguments);

    /// <summary>Of the running server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="kind">Which of its faces: <c>""</c>, <c>put/</c> or <c>deaf/</c>.</param>
    public static ConnectorOf Server(ScimServer server, string kind = "") => new(null, "--base-url", new Uri(server.Address, kind + "scim/v2").AbsoluteUri);

    /// <summary>Of a server that was recorded.</summary>
    public static async Task<ConnectorOf> SessionAsync(string name) => new(
        new HttpReplay(await HttpRecording.LoadAsync(Path.Combine(AppContext.BaseDirectory, "Sessions", name + ".json"), TestContext.Current.CancellationToken)),
        "--base-url", "https://scim.example/scim/v2/", "--page-size", "2");

    ConnectorRunOptions Options => new()
    {
        File = Path.Combine(_folder, "sync.c1z"),
        Http = _http,
        Environment = new Dictionary<string, string> { ["BATON_TOKEN"] = ScimServer.Token },
    };

    /// <summary>A sync, however it ends.</summary>
    public Task<SyncResult> TrySyncAsync(params string[] args) =>
        ConnectorRun.SyncAsync<ScimConnector>([.. _arguments, .. args], Options, TestContext.Current.CancellationToken);

    /// <summary>A sync that succeeds, with rows that hold together.</summary>
    public async Task<SyncResult> SyncAsync(params string[] args)
    {
        var sync = await TrySyncAsync(args);
        sync.ShouldSucceed();
        sync.ShouldBeConsistent();
        return sync;
    }

    public Task<RunResult> RunAsync(params string[] args) =>
        ConnectorRun.InvokeAsync<ScimConnector>([.. _arguments, .. args], Options, TestContext.Current.CancellationToken);

    /// <summary>Runs what must succeed.</summary>
    public async Task<RunResult> DoAsync(params string[] args)
    {
        var run = await RunAsync(args);
        run.ShouldSucceed();
        return run;
    }

    public Task<RunResult> GrantAsync(string entitlement, string principal) =>
        DoAsync("--grant-entitlement", entitlement, "--grant-principal", principal, "--grant-principal-type", "user");

    public Task<RunResult> RevokeAsync(string entitlement, string principal) => DoAsync("--revoke-grant", $"{entitlement}:user:{principal}");

    public void Dispose()
    {
        _http?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
