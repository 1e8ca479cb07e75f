using SQLitePCL;

namespace Baton.C1Z.Tests;

/// <summary>Plain SQL on a database file, independent of the library under test.</summary>
sealed class RawDatabase : IDisposable
{
    readonly sqlite3 _connection;

    public RawDatabase(string path)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open_v2(path, out _connection, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, null));
    }

    /// <summary>The database inside a c1z.</summary>
    public static async Task<RawDatabase> OfAsync(TestFolder folder, string c1z)
    {
        var path = folder.File($"{Guid.NewGuid():N}.db");
        await C1ZEnvelope.UnpackAsync(c1z, path, folder.Options(), TestContext.Current.CancellationToken);
        return new RawDatabase(path);
    }

    public void Execute(string sql) => Check(raw.sqlite3_exec(_connection, sql));

    /// <summary>All rows; text as strings, numbers as long, blobs as upper-case hex in brackets, NULL as null.</summary>
    public List<object?[]> Rows(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_connection, sql, out var statement));
        using (statement)
        {
            var rows = new List<object?[]>();
            int code;
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
                rows.Add([.. Enumerable.Range(0, raw.sqlite3_column_count(statement)).Select(column => Value(statement, column))]);
            Check(code);
            return rows;
        }
    }

    public object? Scalar(string sql) => Rows(sql) is [[var value, ..], ..] ? value : null;

    public List<string?> Column(string sql) => Rows(sql).ConvertAll(row => row[0]?.ToString());

    public void Dispose() => _connection.Dispose();

    static object? Value(sqlite3_stmt row, int column) => raw.sqlite3_column_type(row, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(row, column),
        raw.SQLITE_BLOB => $"[{Convert.ToHexString(raw.sqlite3_column_blob(row, column))}]",
        _ => raw.sqlite3_column_text(row, column).utf8_to_string(),
    };

    void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw new InvalidOperationException($"{code}: {raw.sqlite3_errmsg(_connection).utf8_to_string()}");
    }
}
