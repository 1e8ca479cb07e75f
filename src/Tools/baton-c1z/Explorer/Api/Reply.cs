using System.Buffers;
using System.Net;
using System.Text.Json;
using Baton.C1Z;

namespace Baton.C1ZTool.Explorer;

/// <summary>Answers in JSON.</summary>
static class Reply
{
    const int Largest = 16 << 20;

    /// <summary>An object with members.</summary>
    public static HttpReply Object(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return buffer.WrittenCount <= Largest ? new(HttpStatusCode.OK, "application/json", buffer.WrittenMemory)
            : throw new ToolException("the rows here are too large to show; the commands of baton-c1z list them");
    }

    /// <summary>Rows, and where those behind them begin.</summary>
    public static HttpReply Page<T>(IEnumerable<T> rows, long? next, Action<Utf8JsonWriter, T> write, Action<Utf8JsonWriter>? more = null) => Object(json =>
    {
        json.WriteArray("rows", rows, write);
        if (next is { } from)
            json.WriteString("next", from.ToString(System.Globalization.CultureInfo.InvariantCulture)); // as text: scripts have no such integers
        more?.Invoke(json);
    });

    /// <summary>A page of rows of the file, each in the shape in which the page shows it.</summary>
    public static async Task<HttpReply> PageAsync<TRow, TShape>(
        RowPage<TRow> page, Func<TRow, ValueTask<TShape>> shape, Action<Utf8JsonWriter, TShape> write, Action<Utf8JsonWriter>? more = null) =>
        Page(await ShapesAsync(page, shape), page.Next, write, more);

    /// <summary>The rows of a page in their shapes.</summary>
    public static async Task<List<TShape>> ShapesAsync<TRow, TShape>(RowPage<TRow> page, Func<TRow, ValueTask<TShape>> shape)
    {
        var shapes = new List<TShape>(page.Rows.Count);
        foreach (var row in page.Rows)
            shapes.Add(await shape(row));
        return shapes;
    }

    /// <summary>What went wrong.</summary>
    public static HttpReply Error(HttpStatusCode status, string message) => Object(json => json.WriteString("error", message)) with { Status = status };

    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    public static void WriteMember(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> write)
    {
        json.WritePropertyName(name);
        write(json);
    }

    /// <summary>An item of an array, or a value, that is an object.</summary>
    public static void WriteObject(this Utf8JsonWriter json, Action<Utf8JsonWriter> members)
    {
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }
}
