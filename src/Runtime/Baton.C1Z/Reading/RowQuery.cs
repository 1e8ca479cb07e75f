using System.Text;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>A listing of one table in pages by row number: no statement stays open between pages.</summary>
/// <param name="table">The table.</param>
/// <param name="columns">What to read behind the row number.</param>
/// <param name="syncId">The sync.</param>
sealed class RowQuery(string table, string columns, string syncId)
{
    readonly StringBuilder _conditions = new();
    readonly List<string> _values = [];

    public string Table => table;

    /// <summary>Adds a condition; null adds none.</summary>
    public RowQuery Where(string column, string? value)
    {
        if (value is null)
            return this;
        _values.Add(value);
        _conditions.Append(System.Globalization.CultureInfo.InvariantCulture, $" AND {column} = ?{_values.Count + 3}");
        return this;
    }

    /// <summary>Leaves out rows without a value in a column.</summary>
    public RowQuery WhereFilled(string column)
    {
        _conditions.Append(System.Globalization.CultureInfo.InvariantCulture, $" AND {column} IS NOT NULL");
        return this;
    }

    /// <summary>Counts the rows, up to a limit.</summary>
    public long Count(Database database, long atMost)
    {
        using var statement = database.Prepare($"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE sync_id = ?1{_conditions} LIMIT ?3)");
        Bind(statement).Int64(3, atMost);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>Prepares the page that begins at a row.</summary>
    public Statement Page(Database database, long cursor, int max)
    {
        var statement = database.Prepare(
            $"SELECT id, {columns} FROM {table} WHERE sync_id = ?1 AND id >= ?2{_conditions} ORDER BY id LIMIT ?3");
        return Bind(statement).Int64(2, cursor).Int64(3, max);
    }

    Statement Bind(Statement statement)
    {
        statement.Text(1, syncId);
        for (var i = 0; i < _values.Count; i++)
            statement.Text(i + 4, _values[i]);
        return statement;
    }
}
