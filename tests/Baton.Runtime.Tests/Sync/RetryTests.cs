namespace Baton.Runtime.Tests.Sync;

/// <summary>Failures that pass by themselves.</summary>
public sealed class RetryTests : SyncTest
{
    static TimeSpan[] Seconds(params int[] seconds) => [.. seconds.Select(static s => TimeSpan.FromSeconds(s))];

    [Theory]
    [InlineData(ErrorCode.Unavailable)]
    [InlineData(ErrorCode.DeadlineExceeded)]
    public async Task The_same_page_is_asked_for_again_after_ever_longer_pauses(ErrorCode code)
    {
        var asked = new List<string?>();
        await SyncAsync(new FakeSyncer(Users.Definition)
        {
            Pages = (_, cursor, _) =>
            {
                asked.Add(cursor);
                if (asked.Count is 2 or 3 or 4 or 6)
                    throw new ConnectorException(code, "away");
                return Task.FromResult(new Page<Item>([new("u" + cursor)], cursor switch { null => "2", "2" => "3", _ => null }));
            },
        });
        Assert.Equal([null, "2", "2", "2", "2", "3", "3"], asked);
        Assert.Equal(Seconds(1, 2, 3, 1), Time.Waits);
        Assert.Equal(["user:u", "user:u2", "user:u3"], (await ReadAsync()).ResourceIds);
        Assert.Contains("wait 2s 2 listing resource type \"user\": away", Progress.Events);
    }

    [Fact]
    public async Task Pauses_grow_to_a_minute_and_never_end_the_sync()
    {
        var calls = 0;
        await SyncAsync(new FakeSyncer(Users.Definition)
        {
            Pages = (_, _, _) => ++calls <= 100 ? throw new TimeoutException("slow") : Task.FromResult(new Page<Item>([])),
        });
        Assert.Equal(Seconds([.. Enumerable.Range(1, 60), .. Enumerable.Repeat(60, 40)]), Time.Waits);
    }

    [Theory]
    [InlineData(0.2, 1)]
    [InlineData(7, 7)]
    [InlineData(3600, 60)]
    [InlineData(-1, 1)]
    public async Task A_source_may_say_how_long_to_wait(double told, int waited)
    {
        var calls = 0;
        await SyncAsync(new FakeSyncer(Users.Definition)
        {
            Pages = (_, _, _) => ++calls == 1
                ? throw new ConnectorException(ErrorCode.Unavailable, "too many requests") { RetryAfter = TimeSpan.FromSeconds(told) }
                : Task.FromResult(new Page<Item>([])),
        });
        Assert.Equal(Seconds(waited), Time.Waits);
    }

    [Theory]
    [InlineData(ErrorCode.Unknown)]
    [InlineData(ErrorCode.ResourceExhausted)]
    [InlineData(ErrorCode.PermissionDenied)]
    [InlineData(ErrorCode.Internal)]
    [InlineData(ErrorCode.Canceled)]
    public async Task Other_failures_end_the_sync_at_once(ErrorCode code)
    {
        var calls = 0;
        var failure = await FailAsync(new FakeSyncer(Users.Definition)
        {
            Pages = (_, _, _) =>
            {
                calls++;
                throw new ConnectorException(code, "no");
            },
        });
        Assert.Equal(code, failure.Code);
        Assert.Equal("listing resource type \"user\": no", failure.Message);
        Assert.Equal(1, calls);
        Assert.Empty(Time.Waits);
    }

    [Fact]
    public async Task An_enumerator_begins_again_and_leaves_no_row_twice()
    {
        var runs = 0;

        async IAsyncEnumerable<Item> Enumerate()
        {
            var run = ++runs;
            for (var i = 0; i < 10_000; i++)
            {
                if (run < 3 && i == 3000 * run)
                    throw new HttpRequestException("reset", null, System.Net.HttpStatusCode.BadGateway);
                yield return new($"u{i}", $"run {run}");
            }
            await Task.CompletedTask;
        }

        var summary = await SyncAsync(new FakeSyncer(Users.Definition) { All = (_, _) => Enumerate() });
        Assert.Equal(3, runs);
        Assert.Equal(10_000, summary.Total.Resources);
        Assert.All((await ReadAsync()).Resources, static r => Assert.Equal("run 3", r.DisplayName));
    }

    [Fact]
    public async Task A_failed_page_is_not_counted()
    {
        var calls = 0;
        var summary = await SyncAsync(new FakeSyncer(Users.Definition), new FakeSyncer(Groups.Definition)
        {
            Items = [new("", "nameless"), new("g")],
            PerModel = { ["member"] = _ => ++calls < 4 ? throw new ConnectorException(ErrorCode.Unavailable, "away") : [] },
        });
        Assert.Equal(1, summary.ResourcesSkipped);
        Assert.Equal(1, Assert.Single(summary.Warnings).Count);
        Assert.Contains("wait 1s 1 listing resource type \"group\", at the grants of g: away", Progress.Events);
    }

    [Fact]
    public async Task Validation_is_tried_five_times()
    {
        var calls = 0;
        var manifest = new FakeManifest(new FakeSyncer(Users.Definition))
        {
            Validate = _ =>
            {
                calls++;
                throw new ConnectorException(ErrorCode.Unavailable, "away");
            },
        };
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => SyncAsync(manifest, Options, Stop));
        Assert.Equal(ErrorCode.Unavailable, failure.Code);
        Assert.Equal("validate failed: away", failure.Message);
        Assert.Equal(5, calls);
        Assert.Equal(Seconds(1, 2, 3, 4), Time.Waits);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task The_count_of_failures_begins_anew_with_each_sync()
    {
        var calls = 0;
        var users = new FakeSyncer(Users.Definition)
        {
            Pages = (_, _, _) => ++calls switch
            {
                <= 5 => throw new TimeoutException("slow"),
                6 => throw new ConnectorException(ErrorCode.Aborted, "aborted"),
                7 => throw new TimeoutException("slow again"),
                _ => Task.FromResult(new Page<Item>([])),
            },
        };
        await FailAsync(users);
        await SyncAsync(users);
        Assert.Equal(Seconds(1, 2, 3, 4, 5, 1), Time.Waits);
    }
}
