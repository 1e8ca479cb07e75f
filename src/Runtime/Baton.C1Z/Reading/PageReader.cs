using System.Runtime.CompilerServices;
using Baton.C1Z.Sqlite;

namespace Baton.C1Z;

/// <summary>Streams rows in pages that are bounded in rows and bytes, so that memory does not depend on the file.</summary>
sealed class PageReader(WorkingCopy copy)
{
    const int LargestPage = 1000;
    const int LargestPageBytes = 4 << 20;

    readonly Lock _gate = new();

    /// <summary>Runs something on the database while nothing else does.</summary>
    public Task<T> RunAsync<T>(Func<Database, T> action, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            lock (_gate)
            {
                using (copy.Database.InterruptOn(cancellationToken))
                    return action(copy.Database);
            }
        },
        cancellationToken);

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
