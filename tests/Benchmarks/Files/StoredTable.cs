using Baton.C1Z.Sqlite;

namespace Baton.Benchmarks.Files;

/// <summary>A table with its rows in memory.</summary>
sealed class StoredTable(string name, string create, string[] columns, string[] neededIndices, string[] otherIndices)
{
    enum Kind
    {
        Null,
        Number,
        Text,
        Blob,
    }

    public string Name => name;

    public List<object?[]> Rows { get; } = [];

    public static StoredTable Load(Database source, string name, string create)
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
        var (columns, selected) = (new List<string>(), new List<string>());
        using (var info = source.Prepare("SELECT name FROM pragma_table_info(?1) WHERE name <> 'id' ORDER BY cid").Text(1, name))
        {
            while (info.Step())
                columns.Add(info.Text(0)!);
        }
        selected.AddRange(columns.Select(column => $"typeof({column}), {column}"));
        var table = new StoredTable(name, create, [.. columns], [.. needed], [.. other]);
        using var rows = source.Prepare($"SELECT {string.Join(", ", selected)} FROM {name} ORDER BY id");
        while (rows.Step())
            table.Rows.Add([.. columns.Select((_, i) => Value(rows, i))]);
        return table;
    }

    /// <summary>Writes it as the sync does: partial indices and, but for grants, unique ones while inserting, the others afterwards.</summary>
    public void Write(Database target, int rowsInTransaction)
    {
        target.Execute(create);
        foreach (var index in neededIndices)
            target.Execute(index);
        var parameters = string.Join(", ", columns.Select((_, i) => $"?{i + 1}"));
        using (var insert = target.Prepare($"INSERT INTO {name} ({string.Join(", ", columns)}) VALUES ({parameters})"))
        {
            for (var first = 0; first < Rows.Count; first += rowsInTransaction)
            {
                using var transaction = target.Begin();
                for (var row = first; row < Math.Min(Rows.Count, first + rowsInTransaction); row++)
                    Insert(insert, Rows[row]);
                transaction.Commit();
            }
        }
        foreach (var index in otherIndices)
            target.Execute(index);
    }

    static void Insert(Statement insert, object?[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            switch (row[i])
            {
                case null: insert.Null(i + 1); break;
                case long number: insert.Int64(i + 1, number); break;
                case (Kind.Text, byte[] text): insert.Text(i + 1, text); break;
                case (Kind.Blob, byte[] blob): insert.Blob(i + 1, blob); break;
                default: throw new InvalidDataException($"unexpected value {row[i]}");
            }
        }
        insert.Run();
    }

    static object? Value(Statement row, int column) => row.Text(2 * column) switch
    {
        "null" => null,
        "integer" => row.Int64((2 * column) + 1),
        "text" => (Kind.Text, row.Bytes((2 * column) + 1).ToArray()),
        "blob" => (Kind.Blob, row.Bytes((2 * column) + 1).ToArray()),
        var other => throw new InvalidDataException($"unexpected type {other}"),
    };
}
