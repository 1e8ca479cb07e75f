using System.Text.Json;
using Baton.Protocol.Service.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging.Abstractions;
using Task = System.Threading.Tasks.Task;

namespace Baton.Service.Tests.Loop;

public sealed class HeartbeatTests
{
    static readonly JsonElement Vectors = Vector.Load("heartbeat.json");

    readonly FakeTime _time = new() { Skips = false };

    public static TheoryData<string> Later => ["all_later_fail", "fail8_then_ok_then_fail", "cancelled_on_third", "cancelled_task_ids_ignored"];

    [Theory]
    [MemberData(nameof(Later))]
    public async Task Work_ends_after_as_many_heartbeats_as_with_others(string name)
    {
        var vector = Vector.Case(Vectors, name);
        var expected = vector.GetProperty("heartbeats_sent").GetInt32();
        var c1 = new FakeC1
        {
            OnHeartbeat = number => name switch
            {
                "all_later_fail" when number > 1 => throw FakeC1.Away,
                "fail8_then_ok_then_fail" when number is not (1 or 10) => throw FakeC1.Away,
                "cancelled_on_third" => new() { Cancelled = number == 3 },
                "cancelled_task_ids_ignored" => new() { Cancelled = number == 6, CancelledTaskIds = { "t" } },
                _ => new(),
            },
        };
        await using var heartbeat = Start(c1, TimeSpan.Zero);
        for (var sent = 1; sent < expected; sent++)
        {
            await SentAsync(c1, sent);
            Assert.Null(heartbeat.Reason);
            await WaitingAsync();
            _time.AdvanceToNext();
        }
        await SentAsync(c1, expected);
        await StoppedAsync(heartbeat);
        Assert.Equal(vector.Text("cause"), heartbeat.Reason);
    }

    [Fact]
    public async Task A_task_that_is_cancelled_at_once_ends_at_once()
    {
        await using var heartbeat = Start(new FakeC1 { OnHeartbeat = static _ => new() { Cancelled = true } }, TimeSpan.Zero);
        await StoppedAsync(heartbeat);
        Assert.Equal(Heartbeat.WasCancelled, heartbeat.Reason);
    }

    [Fact]
    public async Task A_short_cut_of_the_line_ends_nothing_however_short_the_interval()
    {
        var c1 = new FakeC1 { OnHeartbeat = number => number is 1 or > 90 ? Every(1) : throw FakeC1.Away };
        await using var heartbeat = Start(c1, TimeSpan.Zero);
        for (var sent = 1; sent < 95; sent++)
        {
            await SentAsync(c1, sent);
            await WaitingAsync();
            Assert.Equal(TimeSpan.FromSeconds(1), _time.AdvanceToNext());
        }
        Assert.Null(heartbeat.Reason);
    }

    [Fact]
    public async Task The_interval_is_what_C1_says_and_after_a_failure_at_most_half_a_minute()
    {
        var c1 = new FakeC1 { OnHeartbeat = static number => number == 2 ? throw FakeC1.Away : Every(200) };
        await using var heartbeat = Start(c1, TimeSpan.FromSeconds(7));
        foreach (var seconds in new[] { 7, 200, 30, 200 })
        {
            await WaitingAsync();
            var before = c1.Heartbeats;
            Assert.Equal(TimeSpan.FromSeconds(seconds), _time.AdvanceToNext());
            await SentAsync(c1, before + 1);
        }
    }

    [Fact]
    public async Task None_is_sent_while_the_end_is_reported_nor_afterwards()
    {
        var c1 = new FakeC1 { OnHeartbeat = static _ => Every(1) };
        await using var heartbeat = Start(c1, TimeSpan.FromSeconds(1));
        await heartbeat.AloneAsync(async () =>
        {
            await WaitingAsync();
            _time.AdvanceToNext();
            Assert.Equal(0, c1.Heartbeats);
            heartbeat.Finish();
            return true;
        });
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, c1.Heartbeats);
    }

    [Fact]
    public async Task A_report_does_not_wait_for_an_answer_that_is_long_in_coming()
    {
        var never = new TaskCompletionSource();
        var c1 = new FakeC1 { Answering = never.Task };
        await using var heartbeat = Start(c1, TimeSpan.Zero);
        await SentAsync(c1, 1);
        var report = heartbeat.AloneAsync(() => Task.FromResult("reported"));
        await WaitingAsync();
        Assert.False(report.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("reported", await report.WaitAsync(EndToEnd.Tasks.Patience));
        Assert.Null(heartbeat.Reason);
        await WaitingAsync(); // and if the report does not arrive, the next heartbeat does
        _time.AdvanceToNext();
        await SentAsync(c1, 2);
    }

    Heartbeat Start(FakeC1 c1, TimeSpan first) => new(c1, "h", "t", first, _time, NullLogger.Instance);

    static BatonServiceHeartbeatResponse Every(int seconds) => new() { NextHeartbeat = TimeSpan.FromSeconds(seconds).ToDuration() };

    static Task SentAsync(FakeC1 c1, int count) => EndToEnd.Wait.ForAsync(() => c1.Heartbeats == count);

    Task WaitingAsync() => EndToEnd.Wait.ForAsync(() => _time.Waiting > 0);

    static Task StoppedAsync(Heartbeat heartbeat) => EndToEnd.Wait.ForAsync(() => heartbeat.Stopped.IsCancellationRequested);
}
