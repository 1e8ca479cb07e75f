using SQLitePCL;

namespace Baton.C1Z.Sqlite;

/// <summary>One connection to one database file. Not thread-safe.</summary>
sealed class Database : IDisposable
{
    const int LargestRow = 256 << 20; // Far beyond what the protocol can carry; bounds what a hostile file makes us allocate.

    readonly sqlite3 _connection;
    readonly string _file;

    Database(sqlite3 connection, string file)
    {
        _connection = connection;
        _file = file;
    }

    /// <summary>Opens or creates a database.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="file">The c1z that it belongs to; named in errors.</param>
    /// <param name="isReadOnly">Only reads a database that is there; any number of such connections may be open at once.</param>
    public static Database Open(string path, string file, bool isReadOnly = false)
    {
        SqliteLibrary.Load();
        var access = isReadOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE;
        var code = raw.sqlite3_open_v2(path, out var connection, access | raw.SQLITE_OPEN_NOMUTEX, null);
        var database = new Database(connection, file);
        try
        {
            database.Check(code);
            raw.sqlite3_limit(connection, raw.SQLITE_LIMIT_LENGTH, LargestRow);
            // A file from elsewhere must not run functions of its own choosing, and foreign keys are not part of the format.
            database.Execute("PRAGMA trusted_schema = OFF");
            database.Execute("PRAGMA cell_size_check = ON");
            database.Execute("PRAGMA foreign_keys = OFF");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement to its end and ignores its rows.</summary>
    public void Execute(string sql)
    {
        using var statement = Prepare(sql);
        statement.Run();
    }

    /// <summary>Runs a statement that the rows may contradict, such as one that makes something unique.</summary>
    /// <returns>False, and nothing was changed, when they do.</returns>
    public bool Holds(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Holds();
    }

    /// <summary>The first column of the first row as a number; zero without a row.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>The first column of the first row as text; null without a row.</summary>
    public string? Text(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : null;
    }

    /// <summary>How many rows the last statement added, changed or deleted.</summary>
    public int Changes => raw.sqlite3_changes(_connection);

    /// <summary>Whether no transaction is open.</summary>
    public bool IsIdle => raw.sqlite3_get_autocommit(_connection) != 0;

    /// <summary>Compiles a statement.</summary>
    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_connection, sql, out var handle));
        return new Statement(this, handle);
    }

    /// <summary>Begins a transaction, which is rolled back unless it is committed.</summary>
    public Transaction Begin() => new(this);

    /// <summary>While the result lives, cancelling interrupts the running statement.</summary>
    public CancellationTokenRegistration InterruptOn(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static c => raw.sqlite3_interrupt((sqlite3)c!), _connection);

    /// <summary>Throws what a result code means.</summary>
    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw Failure(code);
    }

    /// <summary>A row that does not hold what it should.</summary>
    public C1ZException CorruptRow(string table, long row, string what, Exception? cause = null) =>
        new(C1ZError.CorruptRow, $"{_file}: row {row} of {table} is damaged: {what}; produce the file again", cause);

    /// <summary>Text that is not UTF-8.</summary>
    public C1ZException CorruptText(string column, Exception cause) =>
        new(C1ZError.CorruptRow, $"{_file}: a value of the column {column} is not UTF-8; produce the file again", cause);

    public void Dispose() => _connection.Dispose();

    Exception Failure(int code) => SqliteFailure.From(code, raw.sqlite3_errmsg(_connection).utf8_to_string(), _file);
}
