using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Stores batches through prepared statements, which it keeps.</summary>
sealed class RowWriter(Database database) : IDisposable
{
    readonly Dictionary<(RowKind Kind, bool KeepExpansion), Statement> _statements = [];

    /// <summary>Stores a batch in one transaction.</summary>
    public void Put(RowBatch batch, string syncId, string discoveredAt, bool keepExpansion)
    {
        using var transaction = database.Begin();
        Write(batch, syncId, discoveredAt, keepExpansion);
        transaction.Commit();
    }

    /// <summary>Stores a batch in the transaction that is open.</summary>
    public void Write(RowBatch batch, string syncId, string discoveredAt, bool keepExpansion)
    {
        var statement = Prepare(batch.Kind, keepExpansion && batch.Kind == RowKind.Grant);
        var columns = RowStatements.ColumnCount(batch.Kind);
        statement.Text(columns + 1, syncId).Text(columns + 2, discoveredAt);
        for (var row = 0; row < batch.Count; row++)
            Bind(statement, batch, row).Run();
    }

    /// <summary>Binds the columns of a row to the first parameters.</summary>
    public static Statement Bind(Statement statement, RowBatch batch, int row)
    {
        for (var column = 0; column < RowStatements.ColumnCount(batch.Kind); column++)
            Bind(statement, batch, row, column);
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
    }

    static void Bind(Statement statement, RowBatch batch, int row, int column)
    {
        var value = batch[row, column];
        var isBlob = RowStatements.IsBlob(batch.Kind, column);
        // An empty expansion would read as one: it must be NULL.
        if (batch.IsNull(row, column) || (value.IsEmpty && isBlob && column < RowStatements.ColumnCount(batch.Kind) - 1))
            statement.Null(column + 1);
        else if (isBlob)
            statement.Blob(column + 1, value);
        else
            statement.Text(column + 1, value);
    }

    Statement Prepare(RowKind kind, bool keepExpansion)
    {
        if (!_statements.TryGetValue((kind, keepExpansion), out var statement))
            _statements[(kind, keepExpansion)] = statement = database.Prepare(RowStatements.Upsert(kind, keepExpansion));
        return statement;
    }
}
