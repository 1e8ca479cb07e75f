using Baton.C1Z.Sqlite;

namespace Baton.C1Z.Schema;

/// <summary>An index of a table.</summary>
/// <param name="Name">Its exact name: other programs create what they do not find by name.</param>
/// <param name="Columns">The indexed columns, in order.</param>
/// <param name="IsUnique">Whether it is unique.</param>
/// <param name="Where">The condition of a partial index.</param>
sealed record TableIndex(string Name, string Columns, bool IsUnique = false, string? Where = null)
{
    /// <summary>The statement that creates the index where it is missing.</summary>
    public string Create(string table) =>
        $"CREATE {(IsUnique ? "UNIQUE " : "")}INDEX IF NOT EXISTS {Name} ON {table} ({Columns}){(Where is null ? "" : " WHERE " + Where)}";

    /// <summary>Whether a database has an index of this name.</summary>
    public bool IsIn(Database database) =>
        database.Number($"SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = '{Name}')") != 0;

    /// <summary>What the index of this name has for <see cref="Columns"/> in a database; null where there is none.</summary>
    public string? ColumnsIn(Database database) => database.Text($"SELECT group_concat(name, ', ') FROM pragma_index_info('{Name}')");
}
