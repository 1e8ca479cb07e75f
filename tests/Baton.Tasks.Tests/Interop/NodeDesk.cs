using System.Globalization;
using Baton.CompilerServices;
using Baton.Runtime.Tests.Tasks;

namespace Baton.Tasks.Tests.Interop;

/// <summary>The desk's connector in service mode, at work for a C1 of another make, with waits that are over soon.</summary>
sealed class NodeDesk : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-node-");
    readonly StringWriter _log = new(CultureInfo.InvariantCulture);
    readonly TextWriter _logWriter; // several threads log
    readonly CancellationTokenSource _terminate = new();
    Task<int> _ended = null!;

    NodeDesk(NodeC1 c1)
    {
        C1 = c1;
        _logWriter = TextWriter.Synchronized(_log);
    }

    public NodeC1 C1 { get; }

    public Desk Desk { get; } = new();

    public string Log
    {
        get
        {
            lock (_logWriter) // as it does itself
                return _log.ToString();
        }
    }

    public static async Task<NodeDesk> StartAsync(bool inBatches = false)
    {
        var service = new NodeDesk(await NodeC1.StartAsync());
        service.Desk.Schemas.Add(new("access", "Access"));
        Desk.OfProgram.Value = service.Desk;
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["BATON_CLIENT_ID"] = service.C1.ClientId,
            ["BATON_CLIENT_SECRET"] = service.C1.ClientSecret,
            ["BATON_C1_API_HOST"] = service.C1.Host,
            ["BATON_TMPDIR"] = service._folder.FullName,
            ["BATON_HOST_ID"] = "desk-1",
            ["BATON_GET_TASKS"] = inBatches ? "1" : "0",
        };
        service._ended = ConnectorHost.RunAsync(Manifest<DeskConnector>(), ["--provisioning", "--ticketing", "--log-level=debug"], new()
        {
            Error = service._logWriter,
            Environment = environment.GetValueOrDefault,
            WorkingDirectory = service._folder.FullName,
            Terminate = service._terminate.Token,
            TimeProvider = new FastTime(8),
        });
        return service;
    }

    /// <summary>Ends it: nothing may be left, and nothing that the protocol does not allow may have happened.</summary>
    public async Task EndAsync()
    {
        await _terminate.CancelAsync();
        Assert.Equal(0, await _ended.WaitAsync(Patience));
        Assert.Empty(C1.Violations);
        Assert.Empty(_folder.GetFileSystemInfos());
        Assert.DoesNotContain(C1.ClientSecret.Split(':')[^1], Log, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(Log); // shown when the test fails
        await _terminate.CancelAsync();
        await _ended.WaitAsync(Patience);
        await C1.DisposeAsync();
        _terminate.Dispose();
        await _log.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    static ConnectorManifest Manifest<T>() where T : IConnector => T.Manifest;
}
