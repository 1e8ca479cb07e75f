using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Baton.Cli;

namespace Baton.Logging;

/// <summary>Turns entries into the lines that zap, the logger of the Go connectors, writes.</summary>
static class LogFormat
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>One JSON object: <c>level</c>, <c>ts</c> (seconds since 1970), <c>caller</c>, <c>msg</c>, the fields, <c>error</c>.</summary>
    public static string Json(LogEntry entry) => Write(json =>
    {
        json.WriteString("level"u8, entry.LevelName);
        json.WriteNumber("ts"u8, (entry.Time - DateTimeOffset.UnixEpoch).Ticks / (double)TimeSpan.TicksPerSecond);
        json.WriteString("caller"u8, entry.Caller);
        json.WriteString("msg"u8, entry.Message);
        WriteFields(json, entry);
    });

    /// <summary>Time, level, caller, message and the fields as JSON, with tabs between them.</summary>
    public static string Console(LogEntry entry)
    {
        var time = entry.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var line = $"{time}\t{entry.LevelName.ToUpperInvariant()}\t{TerminalText.Line(entry.Caller)}\t{TerminalText.Line(entry.Message)}";
        return entry.Fields.Count == 0 && entry.Error is null
            ? line
            : $"{line}\t{TerminalText.Line(Write(json => WriteFields(json, entry)))}";
    }

    static void WriteFields(Utf8JsonWriter json, LogEntry entry)
    {
        foreach (var (name, value) in entry.Fields)
        {
            json.WritePropertyName(name);
            LogValue.Write(json, value);
        }
        if (entry.Error is not null)
            json.WriteString("error"u8, entry.Error);
    }

    static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
