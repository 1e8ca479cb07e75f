using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Service.Tests.Loop;

public sealed class IntervalTests
{
    static readonly JsonElement Clamps = Vector.Load("clamps.json");

    [Fact]
    public void Heartbeats_are_clamped_as_by_others() => Assert.All(Clamps.GetProperty("heartbeat").EnumerateArray(), static c =>
        Assert.Equal(Milliseconds(c, "out_ms"), Intervals.Heartbeat(Milliseconds(c, "in_ms").ToDuration())));

    [Fact]
    public void Polls_are_clamped_as_by_others() => Assert.All(Clamps.GetProperty("next_poll").EnumerateArray(), static c =>
        Assert.Equal(Milliseconds(c, "out_ms"), Intervals.Poll(Milliseconds(c, "in_ms").ToDuration())));

    [Fact]
    public void Nothing_told_is_at_once_and_half_a_minute() =>
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(30)), (Intervals.Poll(null), Intervals.Heartbeat(null)));

    [Theory]
    [InlineData(long.MaxValue, int.MaxValue)]
    [InlineData(long.MinValue, int.MinValue)]
    [InlineData(315_576_000_001, 0)]
    public void No_duration_is_too_odd(long seconds, int nanos)
    {
        var odd = new Duration { Seconds = seconds, Nanos = nanos };
        Assert.InRange(Intervals.Poll(odd), TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Assert.InRange(Intervals.Heartbeat(odd), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void A_poll_without_a_task_is_followed_by_a_pause() =>
        Assert.All(Enumerable.Range(0, 100), static _ => Assert.InRange(Intervals.IdlePoll(TimeSpan.Zero).TotalSeconds, 0.9, 1.1));

    [Fact]
    public void Waits_double_up_to_a_limit_and_differ()
    {
        var limit = TimeSpan.FromSeconds(60);
        for (var failures = 1; failures < 3000; failures++)
        {
            var expected = Math.Min(60, Math.Pow(2, Math.Min(failures - 1, 30)));
            Assert.InRange(Intervals.Backoff(failures, limit).TotalSeconds, 0.9 * expected, 1.1 * expected);
        }
        Assert.True(Enumerable.Range(0, 20).Select(_ => Intervals.Backoff(3, limit)).Distinct().Count() > 1);
    }

    static TimeSpan Milliseconds(JsonElement element, string name) => TimeSpan.FromMilliseconds(element.GetProperty(name).GetInt32());
}
