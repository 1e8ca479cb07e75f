using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Baton.CompilerServices;

namespace Baton.Telemetry;

/// <summary>Adds up what the meters of Baton measure. How many different tags an instrument has is bounded: what is beyond has a series of its own.</summary>
sealed class MetricReader : IDisposable
{
    internal const int MaxSeries = 500;

    const int Cumulative = 2;

    static readonly KeyValuePair<string, object?>[] Overflow = [new("otel.metric.overflow", true)];

    readonly Lock _lock = new();
    readonly SortedDictionary<string, (Instrument Instrument, Dictionary<string, MetricSeries> Series)> _instruments = new(StringComparer.Ordinal);
    readonly MeterListener _listener = new();
    readonly TimeProvider _time;
    readonly ulong _start;

    internal MetricReader(TimeProvider time)
    {
        _time = time;
        _start = OtlpWriter.Nanoseconds(time.GetUtcNow().UtcDateTime);
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name.StartsWith("Baton.", StringComparison.Ordinal))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>All metrics so far, encoded.</summary>
    internal IReadOnlyList<byte[]> Collect()
    {
        var now = OtlpWriter.Nanoseconds(_time.GetUtcNow().UtcDateTime);
        lock (_lock)
            return [.. _instruments.Values.Select(i => Encode(i.Instrument, i.Series.Values, now))];
    }

    public void Dispose() => _listener.Dispose();

    void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = KeyOf(tags);
        lock (_lock)
        {
            if (!_instruments.TryGetValue(instrument.Name, out var known))
                _instruments.Add(instrument.Name, known = (instrument, []));
            if (!known.Series.TryGetValue(key, out var series))
                series = NewSeries(known.Series, key, tags, IsHistogram(instrument));
            series.Add(value);
        }
    }

    static MetricSeries NewSeries(Dictionary<string, MetricSeries> all, string key, ReadOnlySpan<KeyValuePair<string, object?>> tags, bool isHistogram)
    {
        const string Rest = "";
        if (all.Count < MaxSeries)
            return all[key] = new(tags.ToArray(), isHistogram);
        return all.TryGetValue(Rest, out var rest) ? rest : all[Rest] = new(Overflow, isHistogram);
    }

    static string KeyOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = new StringBuilder("|");
        foreach (var (name, value) in tags)
            key.Append(name).Append('=').Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append('|');
        return key.ToString();
    }

    static bool IsHistogram(Instrument instrument) => instrument is Histogram<double> or Histogram<long>;

    byte[] Encode(Instrument instrument, IEnumerable<MetricSeries> series, ulong now)
    {
        using var writer = new WireWriter();
        writer.String(1, instrument.Name);
        writer.String(2, instrument.Description);
        writer.String(3, instrument.Unit);
        var data = writer.Begin(IsHistogram(instrument) ? 9 : 7);
        foreach (var one in series)
            one.Write(writer, _start, now);
        writer.Int(2, Cumulative);
        if (!IsHistogram(instrument))
            writer.Bool(3, true); // counters only grow
        writer.End(data);
        return writer.Written.ToArray();
    }
}
