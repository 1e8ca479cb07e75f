using System.Buffers;
using System.Text;
using System.Text.Json;
using Google.Protobuf;

namespace Baton.Protocol;

/// <summary>
/// The JSON form of messages: fields in the order of their numbers under camelCase names, defaults left out, 64-bit
/// numbers as texts, enums by name, map entries by key, an <c>Any</c> opened with its <c>@type</c> first.
/// </summary>
public static class ProtoJson
{
    static readonly JsonParser Parser = new(
        JsonParser.Settings.Default.WithTypeRegistry(ProtocolTypes.Registry).WithIgnoreUnknownFields(true));

    static readonly JsonWriterOptions Compact = new() { Encoder = MinimalJsonEncoder.Instance, NewLine = "\n", IndentSize = 2 };

    static readonly JsonWriterOptions Indented = Compact with { Indented = true };

    /// <summary>On one line, without blanks.</summary>
    /// <exception cref="InvalidOperationException">An <c>Any</c> holds a type that the protocol does not have.</exception>
    public static string Format(IMessage message) => Format(message, Compact);

    /// <summary>Indented by two blanks a level, with <c>\n</c> as the line end and none after the last line.</summary>
    /// <exception cref="InvalidOperationException">An <c>Any</c> holds a type that the protocol does not have.</exception>
    public static string FormatIndented(IMessage message) => Format(message, Indented);

    /// <summary>
    /// Writes a message as one value. Entries of lists that hold a type which the protocol does not have are left out: what reads files of
    /// other programs cannot know all annotations.
    /// </summary>
    /// <exception cref="InvalidProtocolBufferException">An <c>Any</c> names a type, but what it holds is not a message of it.</exception>
    public static void Write(Utf8JsonWriter json, IMessage message)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(message);
        new ProtoJsonWriter(json, skipsUnknown: true).Write(message);
    }

    /// <summary>How messages are written: escapes nothing that need not be.</summary>
    public static JsonWriterOptions WriterOptions => Compact;

    /// <summary>Reads a message; fields that it does not have are ignored.</summary>
    /// <exception cref="FormatException">The text is not JSON, or not JSON of this message.</exception>
    public static T Parse<T>(string json)
        where T : IMessage, new()
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return Parser.Parse<T>(json);
        }
        catch (Exception e) when (e is InvalidJsonException or InvalidProtocolBufferException or InvalidOperationException)
        {
            throw new FormatException($"The text is not the JSON form of {new T().Descriptor.FullName}: {e.Message}", e);
        }
    }

    static string Format(IMessage message, JsonWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(message);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, options))
            new ProtoJsonWriter(json).Write(message);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
