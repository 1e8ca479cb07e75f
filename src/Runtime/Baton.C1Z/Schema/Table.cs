namespace Baton.C1Z.Schema;

/// <summary>A table of a c1z database.</summary>
sealed record Table(string Name, Column[] Columns, TableIndex[] Indices)
{
    /// <summary>The statement that creates the table where it is missing.</summary>
    public string Create() => $"CREATE TABLE IF NOT EXISTS {Name} ({string.Join(", ", Columns.Select(c => c.Definition))})";
}
