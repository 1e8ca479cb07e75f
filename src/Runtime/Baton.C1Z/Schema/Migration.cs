using Baton.C1Z.Sqlite;

namespace Baton.C1Z.Schema;

/// <summary>Brings a database to the current schema: a new one, or one of an older version.</summary>
static class Migration
{
    /// <summary>Creates what is missing. The database is always the private copy of a file.</summary>
    /// <param name="database">The copy.</param>
    /// <param name="file">The c1z; named in errors.</param>
    /// <param name="withIndices">False leaves those of the grants to <see cref="GrantIndices"/>, for who begins to write or goes on with it.</param>
    public static void Run(Database database, string file, bool withIndices)
    {
        RefuseTriggers(database, file);
        using var transaction = database.Begin();
        foreach (var table in Tables.All)
        {
            RefuseOtherKinds(database, table, file);
            database.Execute(table.Create());
            AddColumns(database, table, file);
            foreach (var index in table.Indices.Where(index => withIndices || table != Tables.Grants || !GrantIndices.IsLater(index)))
                database.Execute(index.Create(table.Name));
        }
        GrantBackfill.Run(database);
        transaction.Commit();
    }

    // The format has none; one from a hostile file would run on every change that follows.
    static void RefuseTriggers(Database database, string file)
    {
        if (database.Text("SELECT name FROM sqlite_master WHERE type = 'trigger'") is { } trigger)
            throw new C1ZException(C1ZError.Schema, $"{file} has a trigger ({trigger}), which no c1z has");
    }

    static void RefuseOtherKinds(Database database, Table table, string file)
    {
        var other = database.Text(
            $"SELECT type FROM sqlite_master WHERE name = '{table.Name}' COLLATE NOCASE AND NOT (type = 'table' AND sql LIKE 'CREATE TABLE%')");
        if (other is not null)
            throw new C1ZException(C1ZError.Schema, $"{file}: {table.Name} is not an ordinary table");
    }

    static void AddColumns(Database database, Table table, string file)
    {
        var present = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using (var columns = database.Prepare($"PRAGMA table_info({table.Name})"))
        {
            while (columns.Step())
                present.Add(columns.Text(1) ?? "");
        }
        foreach (var column in table.Columns.Where(column => !present.Contains(column.Name)))
        {
            if (!column.IsLater)
                throw new C1ZException(C1ZError.Schema, $"{file}: the table {table.Name} has no column {column.Name}, which every version has");
            database.Execute($"ALTER TABLE {table.Name} ADD COLUMN {column.Definition}");
        }
    }
}
