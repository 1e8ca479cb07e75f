using Baton.C1Z;
using Baton.C1Z.Envelope;
using Baton.C1Z.Sqlite;

namespace Baton.Bare;

/// <summary>A table with its rows in memory, ready to be bound.</summary>
sealed class StoredTable(string name, string create, string[] columns, string[] neededIndices, string[] otherIndices)
{
    readonly List<StoredRows> _rows = [];

    public string Name => name;

    public long Count => _rows.Sum(rows => (long)rows.Count);

    /// <summary>Reads all tables of a file, which is unpacked on the way.</summary>
    public static List<StoredTable> LoadAll(string file, string unpacked)
    {
        EnvelopeReader.Unpack(new LocalPlace(file), unpacked, C1ZOptions.FromEnvironment(), CancellationToken.None);
        using var connection = Database.Open(unpacked, file);
        var names = new List<(string Name, string Sql)>();
        using (var statement = connection.Prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid"))
        {
            while (statement.Step())
                names.Add((statement.Text(0)!, statement.Text(1)!));
        }
        return [.. names.Select(table => Load(connection, table.Name, table.Sql))];
    }

    static StoredTable Load(Database source, string name, string create)
    {
        var (needed, other) = (new List<string>(), new List<string>());
        using (var indices = source.Prepare("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?1 ORDER BY rowid").Text(1, name))
        {
            while (indices.Step())
            {
                var sql = indices.Text(0)!;
                var isNeeded = sql.Contains("WHERE", StringComparison.Ordinal) || (name != "v1_grants" && sql.Contains("UNIQUE", StringComparison.Ordinal));
                (isNeeded ? needed : other).Add(sql);
            }
        }
        var columns = new List<string>();
        using (var info = source.Prepare("SELECT name FROM pragma_table_info(?1) WHERE name <> 'id' ORDER BY cid").Text(1, name))
        {
            while (info.Step())
                columns.Add(info.Text(0)!);
        }
        var table = new StoredTable(name, create, [.. columns], [.. needed], [.. other]);
        using var rows = source.Prepare($"SELECT {string.Join(", ", columns.Select(column => $"typeof({column}), {column}"))} FROM {name} ORDER BY id");
        while (rows.Step())
        {
            if (table._rows.Count == 0 || table._rows[^1].IsFull)
                table._rows.Add(new(columns.Count));
            table._rows[^1].Add(rows);
        }
        return table;
    }

    /// <summary>Writes it as the sync does: partial indices and, but for grants, unique ones while inserting, the others afterwards.</summary>
    public void Write(Database target)
    {
        target.Execute(create);
        foreach (var index in neededIndices)
            target.Execute(index);
        using (var many = target.Prepare(Insert(RowStatements.Together)))
        using (var one = target.Prepare(Insert(1)))
        {
            foreach (var rows in _rows)
            {
                using var transaction = target.Begin();
                rows.Insert(one, 1, rows.Insert(many, RowStatements.Together, 0));
                transaction.Commit();
            }
        }
        foreach (var index in otherIndices)
            target.Execute(index);
    }

    string Insert(int rows)
    {
        var values = Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", columns.Select((_, i) => $"?{(row * columns.Length) + i + 1}"))})");
        return $"INSERT OR ROLLBACK INTO {name} ({string.Join(", ", columns)}) VALUES {string.Join(", ", values)}";
    }
}
