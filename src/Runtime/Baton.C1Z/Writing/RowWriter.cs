using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Stores batches through prepared statements, which it keeps.</summary>
sealed class RowWriter(Database database, GrantIndices indices) : IDisposable
{
    readonly Dictionary<(RowKind Kind, bool KeepExpansion, bool Adds), Statement> _statements = [];

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
        var isGrant = batch.Kind == RowKind.Grant;
        var statement = Prepare(batch.Kind, isGrant && keepExpansion, isGrant && !indices.IdsAreUnique);
        var columns = RowStatements.ColumnCount(batch.Kind);
        statement.Text(columns + 1, syncId).Text(columns + 2, discoveredAt);
        Run(statement, batch);
    }

    /// <summary>Runs a statement for each row, whose columns are bound to the first parameters.</summary>
    public static unsafe void Run(Statement statement, RowBatch batch)
    {
        var columns = RowStatements.ColumnCount(batch.Kind);
        var expansion = batch.Kind == RowKind.Grant ? RowStatements.Expansion : -1;
        // The empty span has no address, which SQLite would take for NULL.
        fixed (byte* bytes = batch.ByteCount == 0 ? "\0"u8 : batch.Writer.Written)
        {
            try
            {
                var start = 0;
                for (var ends = batch.Ends; !ends.IsEmpty; ends = ends[columns..])
                {
                    for (var column = 0; column < columns; column++)
                    {
                        var (end, isNull) = ends[column] is var at && at < 0 ? (~at, true) : (at, false);
                        // An empty expansion would read as one: it must be NULL.
                        if (isNull || (end == start && column == expansion))
                            statement.Null(column + 1);
                        else
                            statement.InPlace(column + 1, bytes + start, end - start, isText: column < columns - 1 && column != expansion);
                        start = end;
                    }
                    statement.Run();
                }
            }
            finally
            {
                statement.ClearBindings();
            }
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
    }

    Statement Prepare(RowKind kind, bool keepExpansion, bool adds)
    {
        if (!_statements.TryGetValue((kind, keepExpansion, adds), out var statement))
            _statements[(kind, keepExpansion, adds)] = statement = database.Prepare(RowStatements.Upsert(kind, keepExpansion, adds));
        return statement;
    }
}
