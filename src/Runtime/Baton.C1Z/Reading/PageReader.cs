using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>
/// Streams rows in pages that are bounded in rows and bytes, so that memory does not depend on the file. Readers have a connection each, up to
/// a few; then they take turns.
/// </summary>
/// <param name="copy">Closed: its first connection may still hold the lock of a writer.</param>
sealed class PageReader(WorkingCopy copy) : IAsyncDisposable
{
    const int MostConnections = 4;
    const int LargestPage = 1000;
    const int LargestPageBytes = 4 << 20;

    readonly SemaphoreSlim _turns = new(MostConnections, MostConnections);
    readonly ConcurrentStack<Database> _idle = [];
    int _isClosed;

    /// <summary>Runs something on a connection while nothing else uses it.</summary>
    public async Task<T> RunAsync<T>(Func<Database, T> action, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Run(action, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>The same on this thread, while nobody else knows this reader yet.</summary>
    public T Run<T>(Func<Database, T> action, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed != 0, typeof(C1ZReader));
        if (!_idle.TryPop(out var database))
            database = copy.ConnectForReading();
        try
        {
            using (database.InterruptOn(cancellationToken))
                return action(database);
        }
        finally
        {
            _idle.Push(database);
        }
    }

    /// <summary>Waits for the pages that are being read, and removes the copy.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0)
            return;
        for (var i = 0; i < MostConnections; i++)
            await _turns.WaitAsync().ConfigureAwait(false);
        foreach (var database in _idle)
            database.Dispose();
        copy.Dispose();
        _turns.Release(MostConnections); // who waits for a turn learns that it is closed
    }

    /// <summary>All rows of a query.</summary>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        RowQuery query, Func<Statement, T> parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = long.MinValue;
        while (true)
        {
            var page = await RunAsync(database => Page(database, query, parse, ref cursor), cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
            }
            if (page.Count == 0)
                yield break;
        }
    }

    /// <summary>One page of a query, and where the next one begins.</summary>
    public Task<RowPage<T>> PageAsync<T>(RowQuery query, Func<Statement, T> parse, long? from, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return RunAsync(
            database =>
            {
                var rows = new List<T>();
                var bytes = 0L;
                using var statement = query.Page(database, from ?? long.MinValue, Math.Min(size, LargestPage) + 1);
                while (statement.Step())
                {
                    if (rows.Count == Math.Min(size, LargestPage) || bytes >= LargestPageBytes)
                        return new RowPage<T>(rows, statement.Int64(0));
                    bytes += statement.Bytes(1).Length;
                    rows.Add(Parse(database, query.Table, parse, statement));
                }
                return new RowPage<T>(rows, null);
            },
            cancellationToken);
    }

    /// <summary>The first row of a query.</summary>
    public Task<T?> FirstAsync<T>(RowQuery query, Func<Statement, T> parse, CancellationToken cancellationToken)
        where T : class => RunAsync(
            database =>
            {
                using var statement = query.Page(database, long.MinValue, 1);
                return statement.Step() ? Parse(database, query.Table, parse, statement) : null;
            },
            cancellationToken);

    static List<T> Page<T>(Database database, RowQuery query, Func<Statement, T> parse, ref long cursor)
    {
        var rows = new List<T>();
        var bytes = 0L;
        using var statement = query.Page(database, cursor, LargestPage);
        while (bytes < LargestPageBytes && statement.Step())
        {
            bytes += statement.Bytes(1).Length;
            rows.Add(Parse(database, query.Table, parse, statement));
            cursor = statement.Int64(0) + 1;
        }
        return rows;
    }

    /// <summary>Parses a row; what is wrong with it is told with its table and number.</summary>
    public static T Parse<T>(Database database, string table, Func<Statement, T> parse, Statement row)
    {
        try
        {
            return parse(row);
        }
        catch (InvalidDataException e)
        {
            throw database.CorruptRow(table, row.Int64(0), e.Message, e);
        }
    }
}
