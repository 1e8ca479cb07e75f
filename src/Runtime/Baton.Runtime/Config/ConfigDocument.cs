using System.Text.Encodings.Web;
using System.Text.Json;
using System.Buffers;
using Baton.Cli;
using Baton.CompilerServices;

namespace Baton.Config;

/// <summary>The <c>config</c> document: the settings that C1 may set for every connector, then those of the connector.</summary>
static class ConfigDocument
{
    const string Endpoint = "the OpenTelemetry collector";

    /// <summary>
    /// The default flags that C1 may set, in the order of the document. What is said of them is the same in the documents of all connectors,
    /// whatever they are written in, so that those who compare documents see the settings of the connector only.
    /// </summary>
    static readonly (string Name, string Description)[] Operational =
    [
        ("log-level", "The log level: debug, info, warn, error"),
        ("log-level-debug-expires-at", "The timestamp indicating when debug-level logging should expire"),
        ("session-store-maximum-size", "The maximum size of the local in-memory session store cache in bytes."),
        ("otel-collector-endpoint", $"The endpoint of {Endpoint} to send observability data to (used for both tracing and logging if specific endpoints are not provided)"),
        ("otel-collector-endpoint-tls-cert-path", $"Path to a file containing a PEM-encoded certificate to use as a CA for TLS connections to {Endpoint}"),
        ("otel-collector-endpoint-tls-cert", $"A PEM-encoded certificate to use as a CA for TLS connections to {Endpoint}"),
        ("otel-collector-endpoint-tls-insecure", $"Allow insecure connections to {Endpoint}"),
        ("otel-tracing-disabled", "Disable OpenTelemetry tracing"),
        ("otel-logging-disabled", "Disable OpenTelemetry logging"),
        ("health-check", "Enable the HTTP health check endpoint"),
        ("health-check-port", "Port for the HTTP health check endpoint"),
        ("health-check-bind-address", "Bind address for health check server (127.0.0.1 for localhost-only)"),
        ("http-timeout-seconds", "HTTP client timeout in seconds (max 1800)"),
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
            foreach (var (name, description) in Operational)
                WriteField(json, DefaultFlags.All.First(f => f.Name == name), description);
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

    static void WriteField(Utf8JsonWriter json, Flag flag, string description)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, flag.Name);
        json.WriteString("description"u8, description);
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
