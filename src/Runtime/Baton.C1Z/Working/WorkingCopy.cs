using Baton.C1Z.Envelope;
using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>The unpacked, migrated database of a c1z in a private folder.</summary>
sealed class WorkingCopy : IDisposable
{
    // Enough for the upper levels of the largest index; what does not fit is read again from the system's cache.
    const int CacheKiB = 8 << 10;

    /// <summary>Bytes in a page of a new database: four times SQLite's default, so a quarter of the calls to the system; docs/adr/0021.</summary>
    public const int PageSize = 16 << 10;

    readonly TempFolder _folder;
    readonly C1ZPlace _place;
    readonly string? _tempDirectory;
    readonly bool _isWritable;
    Database? _database;

    WorkingCopy(TempFolder folder, C1ZPlace place, C1ZOptions options, bool isWritable)
    {
        _folder = folder;
        _place = place;
        _tempDirectory = options.TempDirectory;
        _isWritable = isWritable;
    }

    /// <summary>The open database.</summary>
    public Database Database => _database ??= Connect();

    /// <summary>Whether this is the database of a process that was killed.</summary>
    public bool IsRecovered { get; private set; }

    /// <summary>The sync that the killed process was writing, or null.</summary>
    public string? RecoveredSync { get; private set; }

    /// <summary>Unpacks a file for reading.</summary>
    public static WorkingCopy ForReading(C1ZPlace place, C1ZOptions options, CancellationToken cancellationToken)
    {
        options = options with { TempDirectory = TempPlace.For(place.Path, options.TempDirectory) };
        return Open(new(TempFolder.Create(options.TempDirectory), place, options, isWritable: false), false, options, cancellationToken);
    }

    /// <summary>Unpacks a file for writing, or begins with nothing, or goes on in the database of a process that was killed.</summary>
    public static WorkingCopy ForWriting(C1ZPlace place, C1ZOptions options, bool isNew, CancellationToken cancellationToken)
    {
        options = options with { TempDirectory = TempPlace.For(place.Path, options.TempDirectory) };
        var folder = options.Recoverable ? TempFolder.Of(place, options.TempDirectory) : TempFolder.Create(options.TempDirectory);
        Leftovers.Remove(options.TempDirectory, options.TimeProvider);
        var copy = new WorkingCopy(folder, place, options, isWritable: true);
        if (folder.BelongsToFile && copy.Recover(cancellationToken))
            return copy;
        Open(copy, isNew, options, cancellationToken);
        copy.Note(null);
        return copy;
    }

    /// <summary>Notes which file this is the database of, for the process that finds it if this one is killed.</summary>
    /// <param name="syncId">The sync that is being written, if any.</param>
    public void Note(string? syncId)
    {
        if (_folder.BelongsToFile)
            Origin.Write(_folder.Path, _place, syncId);
    }

    /// <summary>Notes which file this is the database of, now that it was saved.</summary>
    public void NoteSaved(string? syncId)
    {
        try
        {
            Note(syncId);
        }
        catch (C1ZException)
        {
            // All is in the file. Who finds the folder sees that the note is of an older one, and begins with the file.
        }
    }

    /// <summary>Leaves the database for the next process, as if this one were killed.</summary>
    /// <returns>Whether that is possible.</returns>
    public bool Stay()
    {
        _folder.Stay();
        return _folder.BelongsToFile;
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
                throw new InvalidOperationException($"SQLite left changes of {_place.Name} in its {rest} file");
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

    static WorkingCopy Open(WorkingCopy copy, bool isNew, C1ZOptions options, CancellationToken cancellationToken)
    {
        try
        {
            if (!isNew)
                copy.Unpack(options, cancellationToken);
            copy.Check(withIndices: !isNew, cancellationToken);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    void Unpack(C1ZOptions options, CancellationToken cancellationToken)
    {
        EnvelopeReader.Unpack(_place, _folder.Database, options, cancellationToken);
        if (!_folder.BelongsToFile)
            return;
        // Who finds the database after the machine lost power must not find half of it.
        using var database = File.OpenHandle(_folder.Database, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(database);
    }

    void Check(bool withIndices, CancellationToken cancellationToken)
    {
        DatabaseHeader.Check(_folder.Database, _place.Name);
        using var registration = Database.InterruptOn(cancellationToken);
        Migration.Run(Database, _place.Name, withIndices);
        if (!_isWritable)
            Database.Execute("PRAGMA query_only = ON");
    }

    /// <summary>Goes on in what a killed process left; removes it when it is of no use.</summary>
    bool Recover(CancellationToken cancellationToken)
    {
        try
        {
            if (File.Exists(_folder.Database) && Origin.Fits(_folder.Path, _place, out var sync))
            {
                Check(withIndices: false, cancellationToken); // SQLite undoes what was not committed
                (IsRecovered, RecoveredSync) = (true, sync);
                return true;
            }
        }
        catch (C1ZException e) when (e.Error is C1ZError.CorruptDatabase or C1ZError.Schema or C1ZError.CorruptRow)
        {
            // The machine lost power, perhaps: the file itself still has what was saved last.
        }
        catch
        {
            Dispose();
            throw;
        }
        _database?.Dispose();
        _database = null;
        _folder.Empty();
        return false;
    }

    /// <summary>A connection of the caller's own that only reads. Nothing may be writing: the working copy itself must be closed.</summary>
    public Database ConnectForReading() => Connect(isReadOnly: true);

    Database Connect(bool isReadOnly = false)
    {
        var database = Database.Open(_folder.Database, _place.Name, isReadOnly);
        try
        {
            if (_tempDirectory is not null)
                SqliteLibrary.UseTempDirectory(database, _tempDirectory);
            database.Execute("PRAGMA main.locking_mode = EXCLUSIVE");
            database.Execute($"PRAGMA page_size = {PageSize}"); // of a new database, and of one that is compacted
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
