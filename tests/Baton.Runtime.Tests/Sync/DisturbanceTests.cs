using Baton.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Clocks that go backwards, sources that repeat or change what they said, stops while the file is saved.</summary>
public sealed class DisturbanceTests : SyncTest
{
    [Fact]
    public async Task A_clock_that_goes_backwards_neither_loses_nor_repeats_anything()
    {
        await SyncAsync(new Acme(3, static (_, _) => default).Syncers());
        var expected = (await ReadAsync()).Rows;
        System.IO.File.Delete(File);
        var pages = 0;
        await Assert.ThrowsAnyAsync<ConnectorException>(() => SyncAsync(new Acme(3, (_, _) =>
        {
            Time.Advance(TimeSpan.FromDays(-1));
            return ++pages == 12 ? throw new ConnectorException(ErrorCode.Aborted, "aborted") : default;
        }).Syncers()));
        var unfinished = (await ReadAsync()).Sync.Id;
        Time.Advance(TimeSpan.FromDays(-30));
        var summary = await SyncAsync(new Acme(3, static (_, _) => default).Syncers());
        Assert.Equal(unfinished, summary.SyncId);
        Assert.Equal(expected, (await ReadAsync()).Rows);
        Time.Advance(TimeSpan.FromDays(-30));
        Assert.Equal((await SyncAsync(new Acme(3, static (_, _) => default).Syncers())).SyncId, (await ReadAsync()).Sync.Id);
    }

    [Fact]
    public async Task Pages_that_repeat_rows_store_them_once()
    {
        await SyncAsync(new FakeSyncer(Users.Definition)
        {
            Pages = static (_, cursor, _) =>
            {
                var page = int.Parse(cursor ?? "0");
                return Task.FromResult(new Page<Item>([.. Item.Numbered("u", (page + 1) * 100)], page == 5 ? null : $"{page + 1}"));
            },
        });
        Assert.Equal(600, (await ReadAsync()).Resources.Count);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(4000)]
    public async Task What_a_failed_try_delivered_and_the_next_does_not_is_not_stored(int rows)
    {
        var calls = 0;

        async IAsyncEnumerable<Item> Changing()
        {
            var call = ++calls;
            for (var i = 0; i < rows; i++)
                yield return new($"{(call == 1 ? "old" : "new")}{i}");
            await Task.CompletedTask;
            if (call == 1)
                throw new ConnectorException(ErrorCode.Unavailable, "away");
        }

        await SyncAsync(
            new FakeSyncer(Users.Definition) { All = (_, _) => Changing() },
            new FakeSyncer(Groups.Definition) { Items = Item.Numbered("g", 10) });
        var content = await ReadAsync();
        Assert.Equal(Item.Numbered("new", rows).Select(static i => $"user:{i.Id}").Order(StringComparer.Ordinal), content.ResourceIds.Where(static id => id[0] == 'u'));
        Assert.Equal(10, content.Resources.Count - rows);
    }

    [Fact]
    public async Task The_incomplete_page_of_a_failed_sync_is_not_kept()
    {
        async IAsyncEnumerable<Item> Failing()
        {
            yield return new("half");
            await Task.CompletedTask;
            throw new ConnectorException(ErrorCode.Aborted, "away");
        }

        await FailAsync(new FakeSyncer(Groups.Definition) { Items = [new("g")] }, new FakeSyncer(Users.Definition) { All = (_, _) => Failing() });
        Assert.Equal(["group:g"], (await ReadAsync()).ResourceIds);
    }

    [Fact]
    public async Task A_stop_while_the_file_is_saved_comes_after_the_saving()
    {
        using var signal = new CancellationTokenSource();
        await using var services = new ServiceCollection().BuildServiceProvider();
        var engine = new SyncEngine(
            new FakeManifest(new Acme(3, static (_, _) => default).Syncers()), services, Options, new AtSave(signal.Cancel), NullLogger.Instance);
        var summary = await engine.RunAsync(signal.Token);
        var sync = (await ReadAsync()).Sync;
        Assert.Equal(summary.SyncId, sync.Id);
        Assert.NotNull(sync.EndedAt);
    }

    sealed class AtSave(Action act) : ISyncProgress
    {
        public void StepStarted(SyncStep step)
        {
            if (step == SyncStep.Save)
                act();
        }

        public void StepFinished(SyncStep step, TimeSpan duration)
        {
        }

        public void Listing(string resourceTypeId)
        {
        }

        public void Stored(SyncCounts total)
        {
        }

        public void Expanding(int done, int total, long grants)
        {
        }

        public void Warning(string text)
        {
        }

        public void Waiting(TimeSpan pause, int attempt, string reason)
        {
        }
    }
}
