using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Tables, columns and indices of a database as it was found.</summary>
sealed class SchemaRules(Database database, FindingBook book)
{
    /// <summary>Checks them all.</summary>
    /// <returns>Whether rows can be looked at.</returns>
    public bool Check()
    {
        var isReadable = true;
        using (var others = database.Prepare("SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')"))
        {
            while (others.Step())
            {
                book.Error("schema-kinds", $"there is a {others.Text(0)}, which no c1z has", others.Text(1));
                isReadable &= others.Text(0) != "trigger";
            }
        }
        foreach (var table in Tables.All)
            isReadable &= CheckTable(table);
        return isReadable;
    }

    bool CheckTable(Table table)
    {
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using (var rows = database.Prepare($"PRAGMA table_info({table.Name})"))
        {
            while (rows.Step())
                columns[rows.Text(1) ?? ""] = rows.Text(2) ?? "";
        }
        if (columns.Count == 0)
        {
            book.Warning("schema-tables", "a table is missing; readers create it", table.Name);
            return true;
        }
        var isReadable = true;
        foreach (var column in table.Columns)
        {
            if (!columns.Remove(column.Name, out var type))
            {
                isReadable &= column.IsLater;
                if (column.IsLater)
                    book.Warning("schema-columns", "a column is missing, as in files of older programs; readers add it", $"{table.Name}.{column.Name}");
                else
                    book.Error("schema-columns", "a column that every version has is missing", $"{table.Name}.{column.Name}");
            }
            else if (column.Declaration.StartsWith("datetime", StringComparison.Ordinal) && type.ToUpperInvariant() is not ("DATETIME" or "DATE" or "TIMESTAMP"))
            {
                book.Error("date-columns", $"a column of times is declared as \"{type}\": Go reads times from DATETIME, DATE and TIMESTAMP only", $"{table.Name}.{column.Name}");
            }
        }
        foreach (var extra in columns.Keys)
            book.Error("schema-columns", "a column is none of the format: exports of the file fail in Go", $"{table.Name}.{extra}");
        CheckIndices(table);
        return isReadable;
    }

    void CheckIndices(Table table)
    {
        foreach (var index in table.Indices)
        {
            if (!index.IsIn(database))
            {
                book.Warning("schema-indices", "an index is missing; readers create it", index.Name);
                continue;
            }
            var isUnique = database.Number($"SELECT \"unique\" FROM pragma_index_list('{table.Name}') WHERE name = '{index.Name}'") != 0;
            if (isUnique != index.IsUnique || index.ColumnsIn(database) != index.Columns)
                book.Error("schema-indices", $"an index is not what its name promises: {(index.IsUnique ? "unique " : "")}({index.Columns})", index.Name);
        }
    }
}
