using System.Diagnostics;
using System.Globalization;
using Baton.CompilerServices;
using Baton.Logging;
using Microsoft.Extensions.Logging;

namespace Baton.Telemetry;

/// <summary>Writes the messages of OTLP: field numbers are those of its protocol files, version 1.</summary>
static class OtlpWriter
{
    const int MaxText = 4096;
    const int MaxDepth = 4;

    /// <summary>A request: the sender, and what was encoded before.</summary>
    /// <param name="resource">The sender, as <see cref="Resource"/> wrote it.</param>
    /// <param name="items">Spans, log records or metrics.</param>
    internal static byte[] Request(byte[] resource, IEnumerable<byte[]> items)
    {
        using var writer = new WireWriter();
        var all = writer.Begin(1);
        writer.Bytes(1, resource);
        var scope = writer.Begin(2);
        writer.StringMessage(1, "baton");
        foreach (var item in items)
            writer.Bytes(2, item);
        writer.End(scope);
        writer.End(all);
        return writer.Written.ToArray();
    }

    internal static byte[] Resource(IEnumerable<KeyValuePair<string, string>> attributes)
    {
        using var writer = new WireWriter();
        foreach (var (name, value) in attributes)
            Attribute(writer, 1, name, value);
        return writer.Written.ToArray();
    }

    internal static byte[] Span(Activity span, Func<string, string> redact)
    {
        using var writer = new WireWriter();
        writer.Bytes(1, Convert.FromHexString(span.TraceId.ToHexString()));
        writer.Bytes(2, Convert.FromHexString(span.SpanId.ToHexString()));
        if (span.ParentSpanId != default)
            writer.Bytes(4, Convert.FromHexString(span.ParentSpanId.ToHexString()));
        writer.String(5, span.DisplayName);
        writer.Int(6, 1 + (int)span.Kind); // the platform counts from zero
        writer.Fixed64Always(7, Nanoseconds(span.StartTimeUtc));
        writer.Fixed64Always(8, Nanoseconds(span.StartTimeUtc + span.Duration));
        foreach (var (name, value) in span.TagObjects)
            Attribute(writer, 9, name, value is string text ? redact(text) : value);
        var status = writer.Begin(15);
        writer.String(2, Short(redact(span.StatusDescription ?? "")));
        writer.Int(3, (int)span.Status); // unset, ok, error in both
        writer.End(status);
        return writer.Written.ToArray();
    }

    internal static byte[] LogRecord(LogEntry entry, Activity? span)
    {
        using var writer = new WireWriter();
        writer.Fixed64Always(1, Nanoseconds(entry.Time.UtcDateTime));
        writer.Int(2, Severity(entry.Level));
        writer.String(3, entry.LevelName);
        var body = writer.Begin(5);
        Value(writer, entry.Message, 0);
        writer.End(body);
        Attribute(writer, 6, "caller", entry.Caller);
        foreach (var (name, value) in entry.Fields)
            Attribute(writer, 6, name, value);
        if (entry.Error is not null)
            Attribute(writer, 6, "error", entry.Error);
        if (span is not null)
        {
            writer.Bytes(9, Convert.FromHexString(span.TraceId.ToHexString()));
            writer.Bytes(10, Convert.FromHexString(span.SpanId.ToHexString()));
        }
        writer.Fixed64Always(11, Nanoseconds(entry.Time.UtcDateTime));
        return writer.Written.ToArray();
    }

    /// <summary>An attribute as an element of a field.</summary>
    internal static void Attribute(WireWriter writer, int field, string name, object? value)
    {
        var attribute = writer.Begin(field);
        writer.String(1, name);
        var any = writer.Begin(2);
        Value(writer, value, 0);
        writer.End(any);
        writer.End(attribute);
    }

    internal static ulong Nanoseconds(DateTime utc) => (ulong)Math.Max(0, (utc - DateTime.UnixEpoch).Ticks) * 100;

    static void Value(WireWriter writer, object? value, int depth)
    {
        switch (value)
        {
            case null:
                break;
            case bool truth:
                writer.BoolAlways(2, truth);
                break;
            case int or long:
                writer.IntAlways(3, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                writer.DoubleAlways(4, number);
                break;
            case KeyValuePair<string, object?>[] named when depth < MaxDepth:
                var members = writer.Begin(6);
                foreach (var (name, member) in named)
                {
                    var pair = writer.Begin(1);
                    writer.String(1, name);
                    Nested(writer, 2, member, depth);
                    writer.End(pair);
                }
                writer.End(members);
                break;
            case object?[] elements when depth < MaxDepth:
                var list = writer.Begin(5);
                foreach (var element in elements)
                    Nested(writer, 1, element, depth);
                writer.End(list);
                break;
            default:
                writer.StringAlways(1, Short(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
                break;
        }
    }

    static void Nested(WireWriter writer, int field, object? value, int depth)
    {
        var any = writer.Begin(field);
        Value(writer, value, depth + 1);
        writer.End(any);
    }

    static string Short(string text) => text.Length <= MaxText ? text : string.Concat(text.AsSpan(0, MaxText), "…");

    static int Severity(LogLevel level) => level switch
    {
        LogLevel.Trace => 1,
        LogLevel.Debug => 5,
        LogLevel.Information => 9,
        LogLevel.Warning => 13,
        LogLevel.Error => 17,
        _ => 21,
    };
}
