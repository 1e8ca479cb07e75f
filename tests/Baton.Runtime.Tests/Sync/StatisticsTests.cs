using System.Diagnostics.Metrics;
using System.Text.Json;
using Baton.C1Z;
using Baton.Sync;

namespace Baton.Runtime.Tests.Sync;

/// <summary>How long things took, in the file, in the summary, and for whoever measures.</summary>
public sealed class StatisticsTests : SyncTest
{
    FakeSyncer Slow(params int[] seconds)
    {
        var calls = 0;
        return new(Users.Definition)
        {
            Pages = (_, cursor, _) =>
            {
                Time.Advance(TimeSpan.FromSeconds(seconds[calls++]));
                return calls switch
                {
                    2 => throw new TimeoutException("slow"),
                    3 => throw new ConnectorException(ErrorCode.Unavailable, "too many") { RetryAfter = TimeSpan.FromSeconds(20) },
                    5 => throw new ConnectorException(ErrorCode.Aborted, "away"),
                    6 => Task.FromResult(new Page<Item>([new("c")])),
                    _ => Task.FromResult(new Page<Item>([new("a" + cursor)], calls.ToString())),
                };
            },
        };
    }

    [Fact]
    public async Task Calls_failures_and_waits_of_all_runs_are_counted()
    {
        var users = Slow(2, 3, 1, 4, 1, 5);
        await FailAsync(users);
        var summary = await SyncAsync(users);
        Assert.Equal(new CallStats(6, 16_000, 5_000, 3, 1), summary.Calls["ListResources"]);
        Assert.Equal(summary.Calls["ListResources"], summary.Calls["ListResources:user"]);
        Assert.Equal((1, 1_000), (summary.Calls["retry_wait"].Count, summary.Calls["retry_wait"].TotalMs));
        Assert.Equal((1, 20_000), (summary.Calls["rate_limit_wait_wall:user"].Count, summary.Calls["rate_limit_wait_wall:user"].TotalMs));
        Assert.Equal((1, 20_000), (summary.Calls["rate_limit_wait"].Count, summary.Calls["rate_limit_wait"].TotalMs));
        var stats = (await ReadAsync()).Sync.Stats!;
        Assert.Equal(summary.Calls["ListResources"], stats.ConnectorCallStats["ListResources"]);
        Assert.True(stats.ConnectorCallStats["checkpoint"].Count >= 2);
        // What the failed step took is not known any more.
        Assert.Equal(5_000, stats.StepDurationsMs["list-resources"]);
    }

    [Fact]
    public void Waits_side_by_side_are_added_up_and_the_time_that_passes_meanwhile_is_told_too()
    {
        var (time, statistics) = (new FakeTime { Skips = false }, new SyncStatistics());
        statistics.AddLimitWait(TimeSpan.FromSeconds(20), "user", time);
        time.Advance(TimeSpan.FromSeconds(5));
        statistics.AddLimitWait(TimeSpan.FromSeconds(10), "group", time);
        statistics.AddLimitWait(TimeSpan.FromSeconds(20), "user", time);
        time.Advance(TimeSpan.FromMinutes(1));
        statistics.AddLimitWait(TimeSpan.FromSeconds(1), null, time);
        (string, long, long)[] expected =
        [
            ("rate_limit_wait", 4, 51_000), ("rate_limit_wait:group", 1, 10_000), ("rate_limit_wait:user", 2, 40_000),
            ("rate_limit_wait_wall", 4, 26_000), ("rate_limit_wait_wall:group", 1, 10_000), ("rate_limit_wait_wall:user", 2, 25_000),
        ];
        Assert.Equal(expected, statistics.Calls.Select(static c => (c.Key, c.Value.Count, c.Value.TotalMs)));
    }

    [Fact]
    public async Task They_are_in_the_state_in_the_order_of_the_format()
    {
        await SyncAsync(new FakeSyncer(Users.Definition) { Items = [new("u")] });
        var names = JsonDocument.Parse((await ReadAsync()).Sync.Token).RootElement.EnumerateObject().Select(static m => m.Name);
        Assert.Equal(
            ["current_action_id", "completed_actions_count", "step_durations_ms", "connector_call_stats", "ingest_quality", "baton_dotnet", "version"], names);
    }

    [Fact]
    public async Task A_meter_tells_them_as_they_happen()
    {
        var calls = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, l) =>
        {
            if (instrument.Meter.Name == "Baton.Sync")
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            var text = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(static t => t.Value))} {value}";
            lock (calls)
                calls.Add(text);
        });
        listener.Start();
        var calledOnce = 0;
        await SyncAsync(new FakeSyncer(Orgs.Definition)
        {
            Pages = (_, _, _) =>
            {
                Time.Advance(TimeSpan.FromSeconds(1234 + calledOnce++));
                return Task.FromResult(new Page<Item>([]));
            },
        });
        lock (calls)
            Assert.Contains("baton.sync.call.duration ListResources org 1234", calls);
    }
}
