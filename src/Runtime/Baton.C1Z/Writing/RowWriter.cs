using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Stores batches through prepared statements, which it keeps.</summary>
sealed class RowWriter(Database database, GrantIndices indices) : IDisposable
{
    readonly Dictionary<(RowKind Kind, bool KeepExpansion, bool AreUnique, int Rows), Statement> _statements = [];

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
        var areUnique = !isGrant || indices.IdsAreUnique;
        var one = Prepare(1);
        var first = 0;
        // Most rows are new: where ids are looked at, others show by what is left out.
        if (batch.Count >= RowStatements.Together)
            first = Run(Prepare(RowStatements.Together), batch, RowStatements.Together, leftOut: areUnique ? one : null);
        Run(one, batch, 1, first);

        Statement Prepare(int rows)
        {
            var columns = RowStatements.ColumnCount(batch.Kind) * rows;
            return this.Prepare(batch.Kind, isGrant && keepExpansion, areUnique, rows).Text(columns + 1, syncId).Text(columns + 2, discoveredAt);
        }
    }

    /// <summary>Runs a statement as often as there are rows for it, whose columns are bound to the first parameters.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="batch">The rows.</param>
    /// <param name="rows">How many rows the statement takes.</param>
    /// <param name="first">The row to begin with.</param>
    /// <param name="leftOut">Runs for each row of those of which the statement did not store all.</param>
    /// <returns>The row behind the last one that was bound.</returns>
    public static unsafe int Run(Statement statement, RowBatch batch, int rows = 1, int first = 0, Statement? leftOut = null)
    {
        // The empty span has no address, which SQLite would take for NULL.
        fixed (byte* bytes = batch.ByteCount == 0 ? "\0"u8 : batch.Writer.Written)
        {
            try
            {
                for (; first + rows <= batch.Count; first += rows)
                {
                    Bind(statement, batch, bytes, rows, first);
                    statement.Run();
                    if (leftOut is null || statement.Changes == rows)
                        continue;
                    for (var row = first; row < first + rows; row++)
                    {
                        Bind(leftOut, batch, bytes, 1, row);
                        leftOut.Run();
                    }
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

    static unsafe void Bind(Statement statement, RowBatch batch, byte* bytes, int rows, int first)
    {
        var columns = RowStatements.ColumnCount(batch.Kind);
        var expansion = batch.Kind == RowKind.Grant ? RowStatements.Expansion : -1;
        var ends = batch.Ends.Slice(first * columns, rows * columns);
        var start = first == 0 ? 0 : RowBatch.Offset(batch.Ends[(first * columns) - 1]);
        var parameter = 1;
        for (var row = 0; row < ends.Length; row += columns)
        {
            for (var column = 0; column < columns; column++, parameter++)
            {
                var at = ends[row + column];
                var end = RowBatch.Offset(at);
                // An empty expansion would read as one: it must be NULL.
                if (at < 0 || (end == start && column == expansion))
                    statement.Null(parameter);
                else
                    statement.InPlace(parameter, bytes + start, end - start, isText: column < columns - 1 && column != expansion);
                start = end;
            }
        }
    }

    /// <param name="kind">The table.</param>
    /// <param name="keepExpansion">For grants: see <see cref="RowStatements"/>.</param>
    /// <param name="areUnique">Whether rows with an id that is there are noticed: one alone changes that row, and several leave it out.</param>
    /// <param name="rows">How many rows it takes.</param>
    Statement Prepare(RowKind kind, bool keepExpansion, bool areUnique, int rows)
    {
        if (!_statements.TryGetValue((kind, keepExpansion, areUnique, rows), out var statement))
        {
            _statements[(kind, keepExpansion, areUnique, rows)] = statement = database.Prepare(
                !areUnique ? RowStatements.AddGrants(rows, keepExpansion)
                : rows > 1 ? RowStatements.AddNew(kind, rows, keepExpansion)
                : RowStatements.Upsert(kind, keepExpansion));
        }
        return statement;
    }
}
