using Baton.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Runtime.Tests.Sync;

/// <summary>What the connector itself warns about is in the summary.</summary>
public sealed class ConnectorWarningTests : SyncTest
{
    [Fact]
    public async Task Of_this_sync_only()
    {
        var warnings = new SyncWarnings(NullLogger<SyncWarnings>.Instance);
        await using var services = new ServiceCollection().AddSingleton<ISyncWarnings>(warnings).BuildServiceProvider();
        warnings.Add("left from before");
        var manifest = new FakeManifest(new FakeSyncer(Users.Definition)
        {
            Pages = (_, _, _) =>
            {
                warnings.Add("/etc/shadow cannot be read");
                warnings.Add("/etc/shadow cannot be read");
                return Task.FromResult(new Page<Item>([new("", "nameless")]));
            },
        });
        var summary = await new SyncEngine(manifest, services, Options, Progress, NullLogger.Instance).RunAsync(Stop);
        Assert.Equal(
            ["Resources of type \"user\" without an id were skipped", "/etc/shadow cannot be read"],
            summary.Warnings.Select(static w => w.Text));
    }
}
