using System.Buffers;
using Baton.C1Z.Sqlite;

namespace Baton.Bare;

/// <summary>Rows that go into the table in one transaction: their bytes in one piece, from where they are bound without a copy.</summary>
sealed class StoredRows(int columns)
{
    const int MaxRows = 10_000;

    readonly ArrayBufferWriter<byte> _bytes = new();
    readonly List<Value> _values = [];

    enum Kind : byte
    {
        Null,
        Number,
        Text,
        Blob,
    }

    public int Count => _values.Count / columns;

    public bool IsFull => Count >= MaxRows;

    /// <summary>Adds the row at hand; each column has its type before it.</summary>
    public void Add(Statement row)
    {
        for (var column = 0; column < columns; column++)
            _values.Add(Read(row, row.Text(2 * column)!, (2 * column) + 1));
    }

    /// <summary>Inserts the rows, each time as many as the statement takes.</summary>
    /// <param name="insert">The statement.</param>
    /// <param name="rows">How many it takes.</param>
    /// <param name="first">The row to begin with.</param>
    /// <returns>The row behind the last one.</returns>
    public unsafe int Insert(Statement insert, int rows, int first)
    {
        fixed (byte* bytes = _bytes.WrittenSpan)
        {
            for (; first + rows <= Count; first += rows)
            {
                for (var i = 0; i < rows * columns; i++)
                    Bind(insert, i + 1, _values[(first * columns) + i], bytes);
                insert.Run();
            }
            insert.ClearBindings();
        }
        return first;
    }

    static unsafe void Bind(Statement insert, int parameter, Value value, byte* bytes)
    {
        if (value.Kind == Kind.Null)
            insert.Null(parameter);
        else if (value.Kind == Kind.Number)
            insert.Int64(parameter, value.Number);
        else
            insert.InPlace(parameter, bytes + value.Number, value.Length, isText: value.Kind == Kind.Text);
    }

    Value Read(Statement row, string type, int column)
    {
        if (type == "null")
            return default;
        if (type == "integer")
            return new(Kind.Number, row.Int64(column), 0);
        var start = _bytes.WrittenCount;
        var bytes = row.Bytes(column);
        _bytes.Write(bytes);
        return new(type == "text" ? Kind.Text : Kind.Blob, start, bytes.Length);
    }

    /// <param name="Kind">What it is.</param>
    /// <param name="Number">The number, or where the bytes begin.</param>
    /// <param name="Length">How many bytes.</param>
    readonly record struct Value(Kind Kind, long Number, int Length);
}
