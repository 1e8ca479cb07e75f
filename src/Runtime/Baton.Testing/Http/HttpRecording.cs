using System.Text.Json;

namespace Baton.Testing;

/// <summary>What was asked of a source, and what it answered: a file that tests replay, so that they need no source.</summary>
public sealed record HttpRecording
{
    /// <summary>The exchanges, in the order in which they were asked for.</summary>
    public IReadOnlyList<HttpExchange> Exchanges { get; init; } = [];

    /// <summary>Reads a recording.</summary>
    /// <exception cref="JsonException">The file holds something else.</exception>
    public static async Task<HttpRecording> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        var text = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(text);
            return new HttpRecording { Exchanges = [.. document.RootElement.GetProperty("exchanges").EnumerateArray().Select(HttpExchange.Read)] };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or JsonException)
        {
            throw new JsonException($"{path} holds no recording: {e.Message}", e);
        }
    }

    /// <summary>Writes the recording, indented, so that a person can read and mend it.</summary>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        var stream = File.Create(path);
        await using (stream.ConfigureAwait(false))
        {
            var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
            await using (writer.ConfigureAwait(false))
            {
                writer.WriteStartObject();
                writer.WriteStartArray("exchanges");
                foreach (var exchange in Exchanges)
                    exchange.Write(writer);
                writer.WriteEndArray();
                writer.WriteEndObject();
                await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
