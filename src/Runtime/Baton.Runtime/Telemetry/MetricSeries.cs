using Baton.CompilerServices;

namespace Baton.Telemetry;

/// <summary>The values of one instrument with the same tags, added up since the start.</summary>
sealed class MetricSeries(KeyValuePair<string, object?>[] tags, bool isHistogram)
{
    // Seconds: from quick calls to waits of minutes.
    static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

    readonly ulong[] _buckets = isHistogram ? new ulong[Bounds.Length + 1] : [];
    ulong _count;
    double _sum;

    internal void Add(double value)
    {
        _count++;
        _sum += value;
        if (!isHistogram)
            return;
        var at = Array.BinarySearch(Bounds, value);
        _buckets[at < 0 ? ~at : at]++; // a bound belongs to the bucket below it
    }

    /// <summary>Writes the point as an element of field 1.</summary>
    internal void Write(WireWriter writer, ulong start, ulong now)
    {
        var point = writer.Begin(1);
        writer.Fixed64Always(2, start);
        writer.Fixed64Always(3, now);
        if (isHistogram)
        {
            writer.Fixed64Always(4, _count);
            writer.DoubleAlways(5, _sum);
            var buckets = writer.Begin(6);
            foreach (var bucket in _buckets)
                writer.Raw(BitConverter.GetBytes(bucket));
            writer.End(buckets);
            var bounds = writer.Begin(7);
            foreach (var bound in Bounds)
                writer.Raw(BitConverter.GetBytes(bound));
            writer.End(bounds);
        }
        else
        {
            writer.Fixed64Always(6, (ulong)(long)_sum);
        }
        foreach (var (name, value) in tags)
            OtlpWriter.Attribute(writer, isHistogram ? 9 : 7, name, value);
        writer.End(point);
    }
}
