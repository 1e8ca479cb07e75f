using System.Text.Json;
using Baton.Protocol;
using Google.Protobuf;

namespace Baton.C1ZTool;

/// <summary>Streams JSON: no more than a buffer is held.</summary>
static class JsonOutput
{
    const int Buffer = 64 << 10;

    /// <summary>An object with the rows in one member; without rows it is empty.</summary>
    public static async Task WriteAsync<T>(ToolHost host, Listing<T> listing, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await using var json = Writer(host);
        json.WriteStartObject();
        await ArrayAsync(json, listing.Name, rows, listing.Json, cancellationToken);
        json.WriteEndObject();
    }

    public static Utf8JsonWriter Writer(ToolHost host) => new(host.Output, ProtoJson.WriterOptions);

    /// <summary>A member with a list; without entries it is left out.</summary>
    public static async Task ArrayAsync<T>(
        Utf8JsonWriter json, string name, IAsyncEnumerable<T> rows, Action<Utf8JsonWriter, T> write, CancellationToken cancellationToken)
    {
        var isOpen = false;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (!isOpen)
                json.WriteStartArray(name);
            isOpen = true;
            write(json, row);
            if (json.BytesPending > Buffer)
                await json.FlushAsync(cancellationToken);
        }
        if (isOpen)
            json.WriteEndArray();
    }

    /// <summary>A member that is a message; null is left out.</summary>
    public static void Message(this Utf8JsonWriter json, string name, IMessage? message)
    {
        if (message is null)
            return;
        json.WritePropertyName(name);
        ProtoJson.Write(json, message);
    }

    /// <summary>An object of messages.</summary>
    public static void Object(this Utf8JsonWriter json, params ReadOnlySpan<(string Name, IMessage? Message)> members)
    {
        json.WriteStartObject();
        foreach (var (name, message) in members)
            json.Message(name, message);
        json.WriteEndObject();
    }
}
