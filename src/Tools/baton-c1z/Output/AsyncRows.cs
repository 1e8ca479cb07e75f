using System.Runtime.CompilerServices;

namespace Baton.C1ZTool;

/// <summary>The few operators on streams that are needed here: the platform has them from .NET 10 on, and native builds may be of .NET 9.</summary>
static class AsyncRows
{
    public static async IAsyncEnumerable<T> Where<T>(
        this IAsyncEnumerable<T> rows, Func<T, bool> condition, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (condition(row))
                yield return row;
        }
    }

    public static async IAsyncEnumerable<T> Where<T>(
        this IAsyncEnumerable<T> rows, Func<T, CancellationToken, ValueTask<bool>> condition, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (await condition(row, cancellationToken))
                yield return row;
        }
    }

    public static async IAsyncEnumerable<TResult> Select<T, TResult>(
        this IAsyncEnumerable<T> rows, Func<T, TResult> map, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
            yield return map(row);
    }

    public static async IAsyncEnumerable<TResult> Select<T, TResult>(
        this IAsyncEnumerable<T> rows, Func<T, CancellationToken, ValueTask<TResult>> map, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
            yield return await map(row, cancellationToken);
    }

    public static async ValueTask<bool> AnyAsync<T>(this IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await foreach (var _ in rows.WithCancellation(cancellationToken))
            return true;
        return false;
    }

    public static async ValueTask<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var list = new List<T>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
            list.Add(row);
        return list;
    }

    public static async IAsyncEnumerable<T> ToAsyncEnumerable<T>(this IEnumerable<T> rows)
    {
        foreach (var row in rows)
            yield return row;
        await ValueTask.CompletedTask;
    }
}
