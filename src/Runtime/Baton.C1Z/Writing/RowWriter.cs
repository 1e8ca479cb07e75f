using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Stores batches through prepared statements, which it keeps.</summary>
sealed class RowWriter(Database database, GrantIndices indices) : IDisposable
{
    readonly Dictionary<(RowKind Kind, bool KeepExpansion, int Adds), Statement> _statements = [];

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
        var adds = isGrant && !indices.IdsAreUnique;
        var stored = adds ? Store(RowStatements.Together, 0) : 0;
        Store(1, stored);

        int Store(int rows, int first)
        {
            if (batch.Count - first < rows)
                return first;
            var statement = Prepare(batch.Kind, isGrant && keepExpansion, adds ? rows : 0);
            var columns = RowStatements.ColumnCount(batch.Kind) * rows;
            statement.Text(columns + 1, syncId).Text(columns + 2, discoveredAt);
            return Run(statement, batch, rows, first);
        }
    }

    /// <summary>Runs a statement as often as there are rows for it, whose columns are bound to the first parameters.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="batch">The rows.</param>
    /// <param name="rows">How many rows the statement takes.</param>
    /// <param name="first">The row to begin with.</param>
    /// <returns>The row behind the last one that was bound.</returns>
    public static unsafe int Run(Statement statement, RowBatch batch, int rows = 1, int first = 0)
    {
        var columns = RowStatements.ColumnCount(batch.Kind);
        var expansion = batch.Kind == RowKind.Grant ? RowStatements.Expansion : -1;
        var ends = batch.Ends;
        var start = first == 0 ? 0 : RowBatch.Offset(ends[(first * columns) - 1]);
        // The empty span has no address, which SQLite would take for NULL.
        fixed (byte* bytes = batch.ByteCount == 0 ? "\0"u8 : batch.Writer.Written)
        {
            try
            {
                for (; first + rows <= batch.Count; first += rows)
                {
                    var parameter = 1;
                    for (var row = first; row < first + rows; row++)
                    {
                        for (var column = 0; column < columns; column++, parameter++)
                        {
                            var at = ends[(row * columns) + column];
                            var end = RowBatch.Offset(at);
                            // An empty expansion would read as one: it must be NULL.
                            if (at < 0 || (end == start && column == expansion))
                                statement.Null(parameter);
                            else
                                statement.InPlace(parameter, bytes + start, end - start, isText: column < columns - 1 && column != expansion);
                            start = end;
                        }
                    }
                    statement.Run();
                }
            }
            finally
            {
                statement.ClearBindings();
            }
        }
        return first;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
    }

    /// <param name="kind">The table.</param>
    /// <param name="keepExpansion">For grants: see <see cref="RowStatements"/>.</param>
    /// <param name="adds">For grants: how many are added at once; zero for one that may be there.</param>
    Statement Prepare(RowKind kind, bool keepExpansion, int adds)
    {
        if (!_statements.TryGetValue((kind, keepExpansion, adds), out var statement))
        {
            _statements[(kind, keepExpansion, adds)] = statement = database.Prepare(
                adds > 0 ? RowStatements.AddGrants(adds, keepExpansion) : RowStatements.Upsert(kind, keepExpansion));
        }
        return statement;
    }
}
