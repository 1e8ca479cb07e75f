using SQLitePCL;

namespace Baton.C1Z.Sqlite;

/// <summary>Loads the native SQLite library once.</summary>
static class SqliteLibrary
{
    static readonly Lock Gate = new();
    static bool s_isLoaded;

    public static void Load()
    {
        lock (Gate)
        {
            if (s_isLoaded)
                return;
            try
            {
                Batteries_V2.Init();
                // Counting each piece of memory takes a lock for each. A program that set SQLite up itself keeps its settings.
                _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
            }
            catch (Exception e) when (e is DllNotFoundException or TypeInitializationException)
            {
                throw new C1ZException(
                    C1ZError.MissingLibrary, "the SQLite library (e_sqlite3), which comes with the program, is missing next to it; install the program again", e);
            }
            s_isLoaded = true;
        }
    }

    /// <summary>Tells SQLite where its own temporary files go: to the directory that the first file with one asked for.</summary>
    /// <remarks>The setting belongs to the process, and SQLite allows it to be set only before it is used.</remarks>
    public static void UseTempDirectory(Database database, string directory)
    {
        lock (Gate)
        {
            if (database.Text("PRAGMA temp_store_directory") is null or "")
                database.Execute($"PRAGMA temp_store_directory = '{directory.Replace("'", "''", StringComparison.Ordinal)}'");
        }
    }
}
