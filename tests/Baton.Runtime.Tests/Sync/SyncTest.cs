using Baton.CompilerServices;
using Baton.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Runs fake connectors into a file of their own. After every test, whatever its outcome, no temporary file may be left.</summary>
public abstract class SyncTest : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-sync-test-");

    private protected SyncTest() => Directory.CreateDirectory(Temp);

    private protected string File => Path.Combine(_folder.FullName, "sync.c1z");

    private protected string Temp => Path.Combine(_folder.FullName, "temp");

    private protected FakeTime Time { get; init; } = new();

    private protected RecordingProgress Progress { get; } = new();

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected SyncOptions Options => new()
    {
        File = File,
        TimeProvider = Time,
        C1ZOptions = new() { TempDirectory = Temp, TimeProvider = Time },
    };

    private protected Task<SyncSummary> SyncAsync(params ResourceSyncer[] syncers) => SyncAsync(Options, syncers);

    private protected Task<SyncSummary> SyncAsync(SyncOptions options, params ResourceSyncer[] syncers) =>
        SyncAsync(new FakeManifest(syncers), options, Stop);

    private protected async Task<SyncSummary> SyncAsync(ConnectorManifest manifest, SyncOptions options, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        return await new SyncEngine(manifest, services, options, Progress, NullLogger.Instance).RunAsync(cancellationToken);
    }

    private protected Task<Content> ReadAsync() => Content.ReadAsync(File, Options.C1ZOptions);

    /// <summary>The failure of a sync that must not succeed.</summary>
    private protected Task<ConnectorException> FailAsync(params ResourceSyncer[] syncers) =>
        Assert.ThrowsAnyAsync<ConnectorException>(() => SyncAsync(syncers));

    public void Dispose()
    {
        var left = Directory.GetFileSystemEntries(Temp).Concat(Directory.GetFiles(_folder.FullName).Where(f => f != File)).ToList();
        _folder.Delete(recursive: true);
        Assert.Empty(left);
        GC.SuppressFinalize(this);
    }
}
