using Baton.CompilerServices;
using Baton.Session;
using Baton.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Runtime.Tests.Sync;

/// <summary>The session store of a sync begins empty, and losing it at any time changes nothing in the file.</summary>
public sealed class SessionTests : SyncTest
{
    static readonly ResourceTypeDefinition Named = new() { Id = "named", DisplayName = "Named" };

    [Theory]
    [InlineData(0)] // keeps nothing at all
    [InlineData(2_000)]
    [InlineData(MemorySessionStore.DefaultMaximumBytes)]
    public async Task Whatever_is_lost_the_rows_are_the_same(long maximumBytes)
    {
        var store = new MemorySessionStore(maximumBytes);
        await store.SetTextAsync("name/u0", "of an earlier sync", Stop);
        await using var services = new ServiceCollection().AddSingleton<ISessionStore>(store).BuildServiceProvider();
        var manifest = new FakeManifest(new FakeSyncer(Users.Definition)
        {
            All = (_, stop) => ItemsAsync(store, stop),
        });
        await new SyncEngine(manifest, services, Options, Progress, NullLogger.Instance).RunAsync(Stop);
        Assert.Equal(Enumerable.Range(0, 50).Select(static i => $"User {i}").Order(StringComparer.Ordinal),
            (await ReadAsync()).Resources.Select(static r => r.DisplayName).Order(StringComparer.Ordinal));
    }

    static async IAsyncEnumerable<Item> ItemsAsync(ISessionStore store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (var i = 0; i < 50; i++)
        {
            var name = await store.GetTextAsync($"name/u{i}", stop) ?? $"User {i}";
            await store.SetTextAsync($"name/u{i}", name, stop);
            yield return new($"u{i}", name);
        }
    }

    [Fact]
    public async Task A_store_that_forgets_everything_at_random_changes_nothing()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var store = new MemorySessionStore(MemorySessionStore.DefaultMaximumBytes);
            await using var services = new ServiceCollection().AddSingleton<ISessionStore>(store).BuildServiceProvider();
            var random = new Random(seed);
            var dropped = 0;
            var manifest = new FakeManifest([.. new Acme(3, DropAsync).Syncers(), new FakeSyncer(Named) { All = (_, stop) => NamesAsync(stop) }]);

            async ValueTask DropAsync(string page, CancellationToken stop)
            {
                if (random.Next(3) > 0)
                    return;
                dropped++;
                await store.ClearAsync(stop);
            }

            async IAsyncEnumerable<Item> NamesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
            {
                await foreach (var item in ItemsAsync(store, stop))
                {
                    await DropAsync("", stop);
                    yield return item;
                }
            }

            await new SyncEngine(manifest, services, Options, Progress, NullLogger.Instance).RunAsync(Stop);
            var rows = (await ReadAsync()).Rows;
            System.IO.File.Delete(File);
            await SyncAsync([.. new Acme(3, static (_, _) => default).Syncers(), new FakeSyncer(Named)
            {
                Items = Enumerable.Range(0, 50).Select(static i => new Item($"u{i}", $"User {i}")),
            }]);
            Assert.Equal((await ReadAsync()).Rows, rows);
            Assert.True(dropped > 5);
            System.IO.File.Delete(File);
        }
    }
}
