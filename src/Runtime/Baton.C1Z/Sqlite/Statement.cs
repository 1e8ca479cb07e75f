using System.Text;
using SQLitePCL;

namespace Baton.C1Z.Sqlite;

/// <summary>A compiled statement. Parameters count from 1, columns from 0.</summary>
sealed unsafe class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly nint _pointer = handle.DangerousGetHandle();
    bool _isDisposed;

    nint Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _pointer;
        }
    }

    /// <summary>Binds text that is UTF-8 already.</summary>
    public Statement Text(int parameter, ReadOnlySpan<byte> utf8)
    {
        // The empty span has no address, which SQLite would take for NULL.
        fixed (byte* text = utf8.IsEmpty ? "\0"u8 : utf8)
            database.Check(SqliteNative.BindText(Pointer, parameter, text, utf8.Length, SqliteNative.Transient));
        return this;
    }

    /// <summary>Binds text.</summary>
    public Statement Text(int parameter, string text) => Text(parameter, Encoding.UTF8.GetBytes(text));

    /// <summary>Binds bytes.</summary>
    public Statement Blob(int parameter, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* blob = bytes.IsEmpty ? "\0"u8 : bytes)
            database.Check(SqliteNative.BindBlob(Pointer, parameter, blob, bytes.Length, SqliteNative.Transient));
        return this;
    }

    /// <summary>Binds text or bytes without a copy: the memory must stay where it is until <see cref="ClearBindings"/>.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="bytes">Their address; not null.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="isText">Whether they are text, in UTF-8.</param>
    public void InPlace(int parameter, byte* bytes, int length, bool isText) => database.Check(isText
        ? SqliteNative.BindTextInPlace(Pointer, parameter, bytes, length)
        : SqliteNative.BindBlobInPlace(Pointer, parameter, bytes, length));

    /// <summary>Binds a number.</summary>
    public Statement Int64(int parameter, long value)
    {
        database.Check(SqliteNative.BindInt64(Pointer, parameter, value));
        return this;
    }

    /// <summary>Binds NULL.</summary>
    public Statement Null(int parameter)
    {
        database.Check(SqliteNative.BindNull(Pointer, parameter));
        return this;
    }

    /// <summary>Binds NULL to all parameters.</summary>
    public void ClearBindings() => database.Check(SqliteNative.ClearBindings(Pointer));

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end.</returns>
    public bool Step()
    {
        var code = SqliteNative.Step(Pointer);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code == raw.SQLITE_DONE)
            return false;
        database.Check(code);
        return false;
    }

    /// <summary>Runs to the end and makes the statement ready to run again; its parameters stay bound.</summary>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>How many rows the statement that ran last on this connection added, changed or deleted.</summary>
    public int Changes => database.Changes;

    /// <summary>Runs a statement without rows.</summary>
    /// <returns>False when a constraint forbids what it does.</returns>
    public bool Holds()
    {
        var code = SqliteNative.Step(Pointer);
        Reset();
        if ((code & 0xFF) == raw.SQLITE_CONSTRAINT)
            return false;
        database.Check(code);
        return true;
    }

    /// <summary>Makes the statement ready to run again; its parameters stay bound.</summary>
    public void Reset() => _ = SqliteNative.Reset(Pointer); // what it returns is the failure of the last step, which was told

    /// <summary>Whether the column is NULL.</summary>
    public bool IsNull(int column) => SqliteNative.ColumnType(Pointer, column) == raw.SQLITE_NULL;

    /// <summary>The column as a number.</summary>
    public long Int64(int column) => SqliteNative.ColumnInt64(Pointer, column);

    /// <summary>The column's bytes; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        var bytes = SqliteNative.ColumnBlob(Pointer, column); // before the length: the order that SQLite asks for
        return new(bytes, bytes is null ? 0 : SqliteNative.ColumnBytes(Pointer, column));
    }

    /// <summary>The column as text, or null for NULL.</summary>
    public string? Text(int column)
    {
        if (IsNull(column))
            return null;
        SqliteNative.ColumnText(Pointer, column); // Numbers and other encodings become UTF-8 in place.
        try
        {
            return Strict.GetString(Bytes(column));
        }
        catch (DecoderFallbackException e)
        {
            throw database.CorruptText(raw.sqlite3_column_name(handle, column).utf8_to_string(), e);
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        handle.Dispose();
    }
}
