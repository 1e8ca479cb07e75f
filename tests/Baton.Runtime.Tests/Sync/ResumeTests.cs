using Baton.CompilerServices;
using Baton.Sync;

namespace Baton.Runtime.Tests.Sync;

/// <summary>A sync that ended early at any page, in any way, and is run again, gives the rows of one that was not.</summary>
public sealed class ResumeTests : SyncTest
{
    const int Size = 3;

    readonly List<string> _calls = [];

    Func<int, CancellationToken, ValueTask> Fault { get; set; } = static (_, _) => ValueTask.CompletedTask;

    ResourceSyncer[] Source()
    {
        _calls.Clear();
        return new Acme(Size, OnPage).Syncers();
    }

    ValueTask OnPage(string page, CancellationToken stop)
    {
        int number;
        lock (_calls)
        {
            _calls.Add(page);
            number = _calls.Count;
        }
        return Fault(number, stop);
    }

    /// <summary>What a sync without any fault gives, and how many pages it asks for.</summary>
    async Task<(IReadOnlyList<string> Rows, int Pages)> UndisturbedAsync()
    {
        await SyncAsync(Source());
        var rows = (await ReadAsync()).Rows;
        System.IO.File.Delete(File);
        return (rows, _calls.Count);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    [InlineData(3, 4)]
    public async Task Failing_at_any_page_and_running_again_gives_the_same_rows(int workers, int workersAfter)
    {
        var (expected, pages) = await UndisturbedAsync();
        for (var at = 1; at <= pages; at++)
        {
            var fatal = at;
            Fault = (number, _) => number == fatal ? throw new ConnectorException(ErrorCode.Aborted, "aborted") : default;
            await Assert.ThrowsAsync<ConnectorException>(() => SyncAsync(Options with { Workers = workers }, Source()));
            var unfinished = (await ReadAsync()).Sync;
            Assert.Null(unfinished.EndedAt);
            Fault = static (_, _) => default;
            var summary = await SyncAsync(Options with { Workers = workersAfter }, Source());
            var content = await ReadAsync();
            Assert.Equal(expected, content.Rows);
            Assert.Equal((unfinished.Id, 1), (summary.SyncId, content.Syncs.Count));
            // What was complete is not asked for again; what each worker had in hand, and an enumerator as a whole, is.
            Assert.InRange(_calls.Count, 1, pages - at + workers + 1);
            System.IO.File.Delete(File);
        }
    }

    [Fact]
    public async Task A_stop_at_any_page_and_running_again_gives_the_same_rows()
    {
        var (expected, pages) = await UndisturbedAsync();
        for (var at = 1; at <= pages; at++)
        {
            using var signal = new CancellationTokenSource();
            var last = at;
            Fault = (number, stop) =>
            {
                if (number == last)
                    signal.Cancel();
                stop.ThrowIfCancellationRequested();
                return default;
            };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SyncAsync(new FakeManifest(Source()), Options, signal.Token));
            Assert.Null((await ReadAsync()).Sync.EndedAt);
            Fault = static (_, _) => default;
            await SyncAsync(Source());
            Assert.Equal(expected, (await ReadAsync()).Rows);
            System.IO.File.Delete(File);
        }
    }

    [Fact]
    public async Task Runs_that_each_get_one_page_further_end_at_last()
    {
        var (expected, pages) = await UndisturbedAsync();
        // The second call of a run fails, so that it completes one page; the two halves of an enumerator are one.
        var runs = 0;
        for (var ended = false; !ended; runs++)
        {
            Fault = (number, _) => number == 3 ? throw new ConnectorException(ErrorCode.Unauthenticated, "expired") : default;
            ended = await Record.ExceptionAsync(() => SyncAsync(Source())) is null;
            Assert.True(runs <= pages);
        }
        Assert.InRange(runs, pages / 3, pages);
        Assert.Equal(expected, (await ReadAsync()).Rows);
    }

    [Fact]
    public async Task Another_choice_of_types_begins_anew_without_the_rows_of_the_old_one()
    {
        Fault = static (number, _) => number == 12 ? throw new ConnectorException(ErrorCode.Aborted, "aborted") : default;
        await FailAsync(Source());
        var id = (await ReadAsync()).Sync.Id;
        Fault = static (_, _) => default;
        var options = Options with { ResourceTypes = ["user", "group"] };
        Assert.Equal(id, (await SyncAsync(options, Source())).SyncId);
        var rows = (await ReadAsync()).Rows;
        System.IO.File.Delete(File);
        await SyncAsync(options, Source());
        Assert.Equal((await ReadAsync()).Rows, rows);
    }

    [Fact]
    public async Task After_seven_days_a_new_sync_begins()
    {
        Fault = static (number, _) => number == 12 ? throw new ConnectorException(ErrorCode.Aborted, "aborted") : default;
        await FailAsync(Source());
        var id = (await ReadAsync()).Sync.Id;
        Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromTicks(1));
        Fault = static (_, _) => default;
        Assert.NotEqual(id, (await SyncAsync(Source())).SyncId);
    }

    [Fact]
    public async Task A_position_that_the_source_refuses_begins_its_listing_anew()
    {
        FakeSyncer Pages(Func<string?, Page<Item>> page) => new(Users.Definition) { Pages = (_, cursor, _) => Task.FromResult(page(cursor)) };

        await FailAsync(Pages(static cursor => cursor is null ? new([new("a")], "old") : throw new ConnectorException(ErrorCode.Aborted, "away")));
        await SyncAsync(Pages(static cursor => cursor switch
        {
            null => new([new("a"), new("b")], "new"),
            "new" => new([new("c")]),
            _ => throw new ConnectorException(ErrorCode.InvalidArgument, "no such cursor"),
        }));
        Assert.Equal(["user:a", "user:b", "user:c"], (await ReadAsync()).ResourceIds);
    }

    [Fact]
    public async Task A_position_of_this_run_that_the_source_refuses_is_a_failure()
    {
        var failure = await FailAsync(new FakeSyncer(Users.Definition)
        {
            Pages = static (_, cursor, _) => cursor is null
                ? Task.FromResult(new Page<Item>([], "2"))
                : throw new ConnectorException(ErrorCode.InvalidArgument, "no such cursor"),
        });
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
    }

    [Fact]
    public async Task What_was_counted_before_counts_in_the_end()
    {
        ResourceSyncer[] Source(bool fails) =>
        [
            new FakeSyncer(Users.Definition) { Items = [new("", "nameless"), new("u")] },
            new FakeSyncer(Groups.Definition)
            {
                Items = Item.Numbered("g", 12),
                PerResource =
                {
                    ["member"] = (group, _, _) => group.Id switch
                    {
                        "g11" when fails => throw new ConnectorException(ErrorCode.Aborted, "away"),
                        "g3" => throw ConnectorException.NotFound("gone"),
                        "g4" => Task.FromResult(new Page<Grantee>([Grantee.Of<Orgs>("o"), Grantee.ExternalId(Trait.User, "x"), Grantee.Group<Groups>("g5").Expanding("member")])),
                        _ => Task.FromResult(new Page<Grantee>([])),
                    },
                },
            },
        ];

        await FailAsync(Source(fails: true));
        var summary = await SyncAsync(Source(fails: false));
        Assert.Equal((1, 1), (summary.ResourcesSkipped, summary.GrantsDropped));
        var token = (await ReadAsync()).Sync.Token;
        Assert.Contains("\"needs_expansion\":true,\"has_external_resource_grants\":true,", token);
        Assert.Contains("\"grants_dropped\":1,", token);
        Assert.Contains("\"not_found\":1", token);
    }

    [Fact]
    public async Task Too_long_a_run_leaves_an_unfinished_sync_and_short_runs_end_at_last()
    {
        var (expected, pages) = await UndisturbedAsync();
        var runs = 0;
        while (true)
        {
            Assert.True(++runs <= pages);
            var time = new FakeTime { Skips = false };
            Fault = (number, stop) =>
            {
                if (number == 4)
                    time.Advance(TimeSpan.FromMinutes(1));
                stop.ThrowIfCancellationRequested();
                return default;
            };
            var failure = await Record.ExceptionAsync(() => SyncAsync(Options with { TimeProvider = time, MaxDuration = TimeSpan.FromMinutes(1) }, Source()));
            if (failure is null)
                break;
            Assert.IsType<SyncNotCompleteException>(failure);
        }
        Assert.True(runs > 3);
        Assert.Equal(expected, (await ReadAsync()).Rows);
    }
}
