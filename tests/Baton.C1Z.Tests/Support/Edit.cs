namespace Baton.C1Z.Tests;

/// <summary>Changes a c1z behind the library's back.</summary>
static class Edit
{
    /// <summary>Runs SQL on the database inside the file.</summary>
    public static async Task SqlAsync(TestFolder folder, string path, params string[] statements)
    {
        var database = folder.File($"{Guid.NewGuid():N}.db");
        await C1ZEnvelope.UnpackAsync(path, database, folder.Options(), Sample.Cancel);
        using (var raw = new RawDatabase(database))
        {
            foreach (var statement in statements)
                raw.Execute(statement);
        }
        await C1ZEnvelope.PackAsync(database, path, Sample.Cancel);
        File.Delete(database);
    }

    /// <summary>A file with a database of one's own.</summary>
    public static async Task CreateAsync(TestFolder folder, string path, params string[] statements)
    {
        await File.WriteAllBytesAsync(path, Bytes.Magic, Sample.Cancel);
        await SqlAsync(folder, path, statements);
    }
}
