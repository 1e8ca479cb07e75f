using System.Runtime.InteropServices;
using Baton.CompilerServices;

namespace Baton.C1Z;

/// <summary>
/// Encoded rows of one table in one piece of memory, on their way from whoever encodes them to the file. Reusable; not
/// thread-safe.
/// </summary>
/// <remarks><see cref="RowKind"/> says which columns a row has, in which order. All are UTF-8 text, expansion and data are protobuf.</remarks>
public sealed class RowBatch : IDisposable
{
    readonly int _columns;
    readonly List<int> _ends = []; // As Ends says.
    int _rowStart;
    int _rowColumns = -1;

    /// <summary>An empty batch.</summary>
    public RowBatch(RowKind kind)
    {
        Kind = kind;
        _columns = RowStatements.ColumnCount(kind);
    }

    /// <summary>The table.</summary>
    public RowKind Kind { get; }

    /// <summary>Number of complete rows.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of all rows.</summary>
    public int ByteCount => Writer.Length;

    /// <summary>Takes the bytes of the column that is being written.</summary>
    public WireWriter Writer { get; } = new();

    /// <summary>A column of a row; empty for NULL. Valid until the next change.</summary>
    public ReadOnlySpan<byte> this[int row, int column]
    {
        get
        {
            var index = Index(row, column);
            var start = index == 0 ? 0 : Offset(_ends[index - 1]);
            return Writer.Written[start..Offset(_ends[index])];
        }
    }

    /// <summary>Whether a column of a row is NULL.</summary>
    public bool IsNull(int row, int column) => _ends[Index(row, column)] < 0;

    /// <summary>Where each column of each complete row ends in <see cref="WireWriter.Written"/>; its complement for NULL. A column begins where the one before it ends.</summary>
    internal ReadOnlySpan<int> Ends => CollectionsMarshal.AsSpan(_ends)[..(Count * _columns)];

    /// <summary>Begins a row.</summary>
    /// <exception cref="InvalidOperationException">The row before it was not ended.</exception>
    public void BeginRow()
    {
        if (_rowColumns >= 0)
            throw new InvalidOperationException("the row before was neither ended nor discarded");
        _rowStart = Writer.Length;
        _rowColumns = 0;
    }

    /// <summary>Closes the column whose bytes went to <see cref="Writer"/> since the last column.</summary>
    public void EndColumn() => AddColumn(Writer.Length);

    /// <summary>Adds a column without a value.</summary>
    public void NullColumn() => AddColumn(~Writer.Length);

    /// <summary>Completes the row.</summary>
    /// <exception cref="InvalidOperationException">It does not have the columns of its table, or bytes that belong to none.</exception>
    public void EndRow()
    {
        if (_rowColumns != _columns || Offset(_ends[^1]) != Writer.Length)
            throw new InvalidOperationException($"a {Kind} row has {_columns} columns, and this one {Math.Max(_rowColumns, 0)}, or bytes behind them");
        _rowColumns = -1;
        Count++;
    }

    /// <summary>Drops the row that is being written, if there is one.</summary>
    public void DiscardRow()
    {
        if (_rowColumns < 0)
            return;
        Writer.Truncate(_rowStart);
        _ends.RemoveRange(_ends.Count - _rowColumns, _rowColumns);
        _rowColumns = -1;
    }

    /// <summary>Drops the last rows, and the one that is being written.</summary>
    /// <param name="count">How many rows stay.</param>
    public void Truncate(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        DiscardRow();
        if (count >= Count)
            return;
        var columns = count * _columns;
        Writer.Truncate(columns == 0 ? 0 : Offset(_ends[columns - 1]));
        _ends.RemoveRange(columns, _ends.Count - columns);
        Count = count;
    }

    /// <summary>Drops all rows and keeps the memory.</summary>
    public void Clear()
    {
        Writer.Reset();
        _ends.Clear();
        _rowColumns = -1;
        Count = 0;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => Writer.Dispose();

    internal static int Offset(int end) => end < 0 ? ~end : end;

    void AddColumn(int end)
    {
        if (_rowColumns < 0)
            throw new InvalidOperationException("no row was begun");
        _ends.Add(end);
        _rowColumns++;
    }

    int Index(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)_columns);
        return (row * _columns) + column;
    }
}
