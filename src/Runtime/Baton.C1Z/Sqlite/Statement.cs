using System.Text;
using SQLitePCL;

namespace Baton.C1Z.Sqlite;

/// <summary>A compiled statement. Parameters count from 1, columns from 0.</summary>
sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Binds text that is UTF-8 already.</summary>
    public Statement Text(int parameter, ReadOnlySpan<byte> utf8)
    {
        // The empty span has no address, which SQLite would take for NULL.
        database.Check(utf8.IsEmpty
            ? raw.sqlite3_bind_text(handle, parameter, utf8z.FromSpan("\0"u8))
            : raw.sqlite3_bind_text(handle, parameter, utf8));
        return this;
    }

    /// <summary>Binds text.</summary>
    public Statement Text(int parameter, string text) => Text(parameter, Encoding.UTF8.GetBytes(text));

    /// <summary>Binds bytes.</summary>
    public Statement Blob(int parameter, ReadOnlySpan<byte> bytes)
    {
        database.Check(bytes.IsEmpty
            ? raw.sqlite3_bind_zeroblob(handle, parameter, 0)
            : raw.sqlite3_bind_blob(handle, parameter, bytes));
        return this;
    }

    /// <summary>Binds a number.</summary>
    public Statement Int64(int parameter, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    /// <summary>Binds NULL.</summary>
    public Statement Null(int parameter)
    {
        database.Check(raw.sqlite3_bind_null(handle, parameter));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
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
            raw.sqlite3_reset(handle);
        }
    }

    /// <summary>Makes the statement ready to run again; its parameters stay bound.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    /// <summary>Whether the column is NULL.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>The column as a number.</summary>
    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>The column's bytes; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    /// <summary>The column as text, or null for NULL.</summary>
    public string? Text(int column)
    {
        if (IsNull(column))
            return null;
        raw.sqlite3_column_text(handle, column); // Numbers and other encodings become UTF-8 in place.
        try
        {
            return Strict.GetString(Bytes(column));
        }
        catch (DecoderFallbackException e)
        {
            throw database.CorruptText(raw.sqlite3_column_name(handle, column).utf8_to_string(), e);
        }
    }

    public void Dispose() => handle.Dispose();
}
