using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Another c1z, unpacked and attached to a database under the name <see cref="Name"/>.</summary>
sealed class AttachedFile : IDisposable
{
    public const string Name = "attached";

    readonly Database _database;
    readonly WorkingCopy _copy;

    AttachedFile(Database database, WorkingCopy copy) => (_database, _copy) = (database, copy);

    /// <summary>Unpacks and attaches a file.</summary>
    /// <param name="database">What it is attached to.</param>
    /// <param name="path">The file, which is only read.</param>
    /// <param name="options">Limits and places.</param>
    /// <param name="find">Looks the wanted sync up.</param>
    /// <param name="run">What was found.</param>
    /// <param name="cancellationToken">Stops the unpacking.</param>
    public static AttachedFile Open(
        Database database, string path, C1ZOptions options, Func<SyncRunTable, SyncRun> find, out SyncRun run, CancellationToken cancellationToken)
    {
        using var place = new LocalPlace(path);
        var copy = WorkingCopy.ForReading(place, options, cancellationToken);
        try
        {
            run = find(new SyncRunTable(copy.Database));
            using var attach = database.Prepare($"ATTACH DATABASE ?1 AS {Name}");
            attach.Text(1, copy.Close()).Run();
            return new AttachedFile(database, copy);
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _database.Execute($"DETACH DATABASE {Name}");
        _copy.Dispose();
    }
}
