using System.Text.Json;

namespace Baton.Testing;

/// <summary>One request and its answer, without secrets.</summary>
/// <param name="Method">For example <c>GET</c>.</param>
/// <param name="Address">Path and query; the host is left out, since it differs from tenant to tenant.</param>
/// <param name="RequestBody">Text of the request, or null.</param>
/// <param name="Status">Status code of the answer.</param>
/// <param name="Headers">Headers of the answer that a client acts on.</param>
/// <param name="Body">Text of the answer.</param>
public sealed record HttpExchange(
    string Method, string Address, string? RequestBody, int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    internal static HttpExchange Read(JsonElement json) => new(
        json.GetProperty("method").GetString()!,
        json.GetProperty("address").GetString()!,
        json.TryGetProperty("requestBody", out var body) ? body.GetString() : null,
        json.GetProperty("status").GetInt32(),
        json.GetProperty("headers").EnumerateObject().ToDictionary(static header => header.Name, static header => header.Value.GetString()!),
        json.GetProperty("body").GetString()!);

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("method", Method);
        writer.WriteString("address", Address);
        if (RequestBody is not null)
            writer.WriteString("requestBody", RequestBody);
        writer.WriteNumber("status", Status);
        writer.WriteStartObject("headers");
        foreach (var (name, value) in Headers)
            writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.WriteString("body", Body);
        writer.WriteEndObject();
    }
}
