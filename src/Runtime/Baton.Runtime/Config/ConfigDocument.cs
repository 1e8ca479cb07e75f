using System.Text.Encodings.Web;
using System.Text.Json;
using System.Buffers;
using Baton.Cli;
using Baton.CompilerServices;

namespace Baton.Config;

/// <summary>The <c>config</c> document: the settings that C1 may set for every connector, then those of the connector.</summary>
static class ConfigDocument
{
    /// <summary>The default flags that C1 may set, in the order of the document.</summary>
    static readonly string[] Operational =
    [
        "log-level",
        "log-level-debug-expires-at",
        "session-store-maximum-size",
        "otel-collector-endpoint",
        "otel-collector-endpoint-tls-cert-path",
        "otel-collector-endpoint-tls-cert",
        "otel-collector-endpoint-tls-insecure",
        "otel-tracing-disabled",
        "otel-logging-disabled",
        "health-check",
        "health-check-port",
        "health-check-bind-address",
        "http-timeout-seconds",
    ];

    static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Puts the default settings in front of the connector's.</summary>
    /// <param name="connector">The connector's part: a <c>c1.config.v1.Configuration</c> as protojson.</param>
    public static byte[] Merge(ReadOnlySpan<byte> connector)
    {
        using var document = JsonDocument.Parse(connector.ToArray());
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("fields"u8);
            foreach (var name in Operational)
                WriteField(json, DefaultFlags.All.First(f => f.Name == name));
            if (document.RootElement.TryGetProperty("fields"u8, out var fields))
            {
                foreach (var field in fields.EnumerateArray())
                    field.WriteTo(json);
            }
            json.WriteEndArray();
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.Name != "fields")
                    member.WriteTo(json);
            }
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    static void WriteField(Utf8JsonWriter json, Flag flag)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, flag.Name);
        json.WriteString("description"u8, flag.Field.Description);
        json.WriteBoolean("isOps"u8, true);
        var (kind, unset) = flag.Kind switch
        {
            ConfigFieldKind.Bool => ("boolField", "false"),
            ConfigFieldKind.Int => ("intField", "0"),
            _ => ("stringField", ""),
        };
        json.WriteStartObject(kind);
        if (flag.Field.Default is { } value && value != unset)
            json.WriteString("defaultValue"u8, value); // no flag here has the default true, and protojson writes 64-bit numbers as text
        if (flag.Name == FlagChecks.HttpTimeout)
        {
            json.WriteStartObject("rules"u8);
            json.WriteString("lte"u8, FlagChecks.MaxHttpTimeout.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("gte"u8, FlagChecks.MinHttpTimeout.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
