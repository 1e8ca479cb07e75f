using SQLitePCL;

namespace Baton.C1Z.Sqlite;

/// <summary>Turns SQLite's result codes into typed errors.</summary>
static class SqliteFailure
{
    /// <summary>The exception for a result code of a connection.</summary>
    public static Exception From(int code, string? detail, string file)
    {
        var text = $"{file}: SQLite says \"{detail ?? "no details"}\" (code {code})";
        return (code & 0xFF) switch
        {
            raw.SQLITE_INTERRUPT => new OperationCanceledException(text),
            raw.SQLITE_NOMEM => new InsufficientMemoryException(text),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_FORMAT =>
                new C1ZException(C1ZError.CorruptDatabase, text + "; the database in the file is damaged, produce the file again"),
            raw.SQLITE_CONSTRAINT or raw.SQLITE_ERROR or raw.SQLITE_MISMATCH or raw.SQLITE_SCHEMA =>
                new C1ZException(C1ZError.Schema, text + "; the file does not have the tables of a c1z"),
            raw.SQLITE_TOOBIG => new C1ZException(C1ZError.TooLarge, text + "; a row is larger than any reader allows"),
            raw.SQLITE_FULL => new C1ZException(
                C1ZError.TempDirectoryFull, text + "; free disk space, or choose another temp directory with --c1z-temp-dir or BATON_TMPDIR"),
            _ => new C1ZException(C1ZError.InputOutput, text),
        };
    }
}
