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
}
