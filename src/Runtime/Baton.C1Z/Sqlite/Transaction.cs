namespace Baton.C1Z.Sqlite;

/// <summary>A transaction; undone on disposal unless it was committed.</summary>
sealed class Transaction : IDisposable
{
    readonly Database _database;
    bool _isOpen;

    public Transaction(Database database)
    {
        _database = database;
        database.Execute("BEGIN IMMEDIATE");
        _isOpen = true;
    }

    public void Commit()
    {
        _database.Execute("COMMIT");
        _isOpen = false;
    }

    public void Dispose()
    {
        // After a severe error SQLite has rolled back by itself.
        if (_isOpen && !_database.IsIdle)
            _database.Execute("ROLLBACK");
        _isOpen = false;
    }
}
