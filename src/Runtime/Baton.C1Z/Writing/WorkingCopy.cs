using Baton.C1Z.Envelope;
using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>The unpacked, migrated database of a c1z in a private folder.</summary>
sealed class WorkingCopy : IDisposable
{
    // Enough for the upper levels of the largest index; what does not fit is read again from the system's cache.
    const int CacheKiB = 32 << 10;

    readonly TempFolder _folder;
    readonly string _file;
    readonly string? _tempDirectory;
    readonly bool _isWritable;
    Database? _database;

    WorkingCopy(TempFolder folder, string file, C1ZOptions options, bool isWritable)
    {
        _folder = folder;
        _file = file;
        _tempDirectory = options.TempDirectory;
        _isWritable = isWritable;
    }

    /// <summary>The open database.</summary>
    public Database Database => _database ??= Connect();

    /// <summary>Unpacks a file, or begins with nothing.</summary>
    public static WorkingCopy Open(string file, C1ZOptions options, bool isNew, bool isWritable, CancellationToken cancellationToken)
    {
        var copy = new WorkingCopy(TempFolder.Create(options.TempDirectory), file, options, isWritable);
        try
        {
            if (!isNew)
                EnvelopeReader.Unpack(file, copy._folder.Database, options, cancellationToken);
            DatabaseHeader.Check(copy._folder.Database, file);
            using var registration = copy.Database.InterruptOn(cancellationToken);
            Migration.Run(copy.Database, file);
            if (!isWritable)
                copy.Database.Execute("PRAGMA query_only = ON");
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>Closes the database, so that its file alone holds everything.</summary>
    /// <returns>The file.</returns>
    public string Close()
    {
        _database?.Dispose();
        _database = null;
        foreach (var rest in new[] { "-wal", "-journal" })
        {
            var file = new FileInfo(_folder.Database + rest);
            if (file.Exists && file.Length > 0)
                throw new InvalidOperationException($"SQLite left changes of {_file} in its {rest} file");
        }
        return _folder.Database;
    }

    /// <summary>Gives back the space of deleted rows, and closes the database.</summary>
    /// <remarks>Into a new file: that needs neither a journal nor SQLite's own temporary directory.</remarks>
    public void Compact(CancellationToken cancellationToken)
    {
        var compact = _folder.Database + ".compact";
        File.Delete(compact);
        using (Database.InterruptOn(cancellationToken))
        using (var vacuum = Database.Prepare("VACUUM INTO ?1"))
            vacuum.Text(1, compact).Run();
        File.Move(compact, Close(), overwrite: true);
    }

    public void Dispose()
    {
        _database?.Dispose();
        _database = null;
        _folder.Dispose();
    }

    Database Connect()
    {
        var database = Database.Open(_folder.Database, _file);
        try
        {
            if (_tempDirectory is not null)
                SqliteLibrary.UseTempDirectory(database, _tempDirectory);
            database.Execute("PRAGMA main.locking_mode = EXCLUSIVE");
            database.Execute($"PRAGMA cache_size = -{CacheKiB}");
            database.Execute($"PRAGMA synchronous = {(_isWritable ? "NORMAL" : "OFF")}");
            database.Execute($"PRAGMA journal_mode = {(_isWritable ? "TRUNCATE" : "OFF")}");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
