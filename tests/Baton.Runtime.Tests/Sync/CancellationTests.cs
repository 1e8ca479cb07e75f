using Baton.CompilerServices;

namespace Baton.Runtime.Tests.Sync;

/// <summary>A sync that is stopped ends soon, and leaves what it has as an unfinished sync.</summary>
public sealed class CancellationTests : SyncTest
{
    readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    Task<OperationCanceledException> CancelledAsync(ResourceSyncer syncer) => Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => SyncAsync(new FakeManifest(syncer), Options, _stop.Token));

    [Fact]
    public async Task Inside_a_call_that_heeds_it()
    {
        await CancelledAsync(new FakeSyncer(Users.Definition)
        {
            Pages = async (_, _, ct) =>
            {
                await _stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, ct);
                return new([]);
            },
        });
        Assert.Null((await ReadAsync()).Sync.EndedAt);
    }

    [Fact]
    public async Task Inside_a_call_that_does_not()
    {
        var never = new TaskCompletionSource<Page<Item>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var sync = CancelledAsync(new FakeSyncer(Users.Definition)
        {
            Pages = (_, _, _) =>
            {
                _stop.Cancel();
                return never.Task;
            },
        });
        var failure = await sync;
        Assert.Contains("left behind", failure.Message);
        Assert.Equal([TimeSpan.FromSeconds(3)], Time.Waits);
        Assert.Null((await ReadAsync()).Sync.EndedAt);
        never.SetResult(new([new("late")]));
    }

    [Fact]
    public async Task Between_the_rows_of_an_enumerator_that_does_not_look_at_it()
    {
        var yielded = 0;

        IEnumerable<Item> Endless()
        {
            while (true)
            {
                if (++yielded == 10_000)
                    _stop.Cancel();
                yield return new($"u{yielded}");
            }
        }

        await CancelledAsync(new FakeSyncer(Users.Definition) { Items = Endless() });
        Assert.InRange(yielded, 10_000, 10_001);
    }

    [Fact]
    public async Task While_waiting_for_the_next_try()
    {
        var time = new FakeTime { Skips = false };
        var calls = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SyncAsync(
            new FakeManifest(new FakeSyncer(Users.Definition)
            {
                Pages = (_, _, _) =>
                {
                    calls++;
                    _stop.CancelAfter(TimeSpan.FromMilliseconds(20));
                    throw new ConnectorException(ErrorCode.Unavailable, "away");
                },
            }),
            Options with { TimeProvider = time },
            _stop.Token));
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task A_failure_after_the_stop_counts_as_the_stop()
    {
        var calls = 0;
        await CancelledAsync(new FakeSyncer(Users.Definition)
        {
            Pages = (_, _, _) =>
            {
                calls++;
                _stop.Cancel();
                throw new IOException("connection closed");
            },
        });
        Assert.Equal(1, calls); // it is not tried again
    }

    [Fact]
    public async Task Before_it_began()
    {
        await _stop.CancelAsync();
        var called = false;
        await CancelledAsync(new FakeSyncer(Users.Definition)
        {
            Pages = (_, _, _) =>
            {
                called = true;
                return Task.FromResult(new Page<Item>([]));
            },
        });
        Assert.False(called);
    }

    [Fact]
    public async Task The_sync_before_it_stays_the_one_that_is_read()
    {
        var before = await SyncAsync(new FakeSyncer(Users.Definition) { Items = [new("u")] });
        await CancelledAsync(new FakeSyncer(Users.Definition)
        {
            Pages = (_, _, ct) =>
            {
                _stop.Cancel();
                return Task.FromCanceled<Page<Item>>(ct);
            },
        });
        var content = await ReadAsync();
        Assert.Equal((before.SyncId, 2), (content.Sync.Id, content.Syncs.Count));
        Assert.Equal(["user:u"], content.ResourceIds);
    }
}
