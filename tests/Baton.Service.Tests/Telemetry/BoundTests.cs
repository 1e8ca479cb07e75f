using System.Diagnostics.Metrics;
using Baton.Telemetry;
using Baton.Tests.Otlp;

namespace Baton.Service.Tests.Telemetry;

/// <summary>Telemetry that nobody takes does not pile up.</summary>
public sealed class BoundTests
{
    [Fact]
    public void A_full_queue_drops_what_comes_and_counts_it()
    {
        var queue = new TelemetryQueue();
        for (var i = 0; i < TelemetryQueue.MaxItems + 10; i++)
            queue.Add([1, 2, 3]);
        Assert.Equal(10, queue.TakeDropped());
        Assert.Equal(0, queue.TakeDropped());
        var taken = 0;
        while (queue.Take() is { Count: > 0 and <= 512 } batch)
            taken += batch.Count;
        Assert.Equal(TelemetryQueue.MaxItems, taken);
    }

    [Fact]
    public void Large_items_are_bounded_by_their_bytes()
    {
        var queue = new TelemetryQueue();
        for (var i = 0; i < 100; i++)
            queue.Add(new byte[1 << 20]);
        Assert.Equal(92, queue.TakeDropped());
        Assert.Single(queue.Take());
    }

    [Fact]
    public void More_tags_than_are_kept_share_a_series()
    {
        using var reader = new MetricReader(TimeProvider.System);
        using var meter = new Meter("Baton.Test");
        var counter = meter.CreateCounter<long>("test.many");
        for (var i = 0; i < MetricReader.MaxSeries + 50; i++)
            counter.Add(2, new KeyValuePair<string, object?>("id", i));
        var metric = reader.Collect().Select(Metric.Parser.ParseFrom).Single(static m => m.Name == "test.many");
        Assert.True(metric.Sum.IsMonotonic);
        Assert.Equal(MetricReader.MaxSeries + 1, metric.Sum.DataPoints.Count);
        Assert.Equal(100, metric.Sum.DataPoints.Single(static p => p.Attributes.Any(static a => a.Key == "otel.metric.overflow")).AsInt);
    }

    [Fact]
    public void Values_on_a_bound_belong_to_the_bucket_below_it()
    {
        using var reader = new MetricReader(TimeProvider.System);
        using var meter = new Meter("Baton.Test");
        var times = meter.CreateHistogram<double>("test.times", "s", "Times");
        foreach (var value in new[] { 0.001, 0.005, 0.006, 1000 })
            times.Record(value);
        var metric = reader.Collect().Select(Metric.Parser.ParseFrom).Single(static m => m.Name == "test.times");
        Assert.Equal(("s", "Times"), (metric.Unit, metric.Description));
        var point = Assert.Single(metric.Histogram.DataPoints);
        Assert.Equal((4UL, 1000.012), (point.Count, Math.Round(point.Sum, 6)));
        Assert.Equal([2UL, 1UL, 1UL], [point.BucketCounts[0], point.BucketCounts[1], point.BucketCounts[^1]]);
    }
}
