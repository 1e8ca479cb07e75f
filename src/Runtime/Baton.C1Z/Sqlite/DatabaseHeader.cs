namespace Baton.C1Z.Sqlite;

/// <summary>The beginning of a database file, which SQLite does not insist on when the file is very short.</summary>
static class DatabaseHeader
{
    const int SmallestPage = 512;

    /// <summary>Refuses a file that is neither missing, nor empty, nor a database.</summary>
    public static void Check(string database, string file)
    {
        if (!File.Exists(database))
            return;
        using var stream = File.OpenRead(database);
        if (stream.Length == 0)
            return;
        Span<byte> header = stackalloc byte[16];
        stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (stream.Length < SmallestPage || !header.SequenceEqual("SQLite format 3\0"u8))
            throw new C1ZException(C1ZError.CorruptDatabase, $"the content of {file} is not a SQLite database; produce the file again");
    }
}
