using System.Runtime.CompilerServices;
using Baton.C1Z.Schema;
using Baton.C1Z.Sqlite;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z;

// Rows in the order of their ids, whatever the order in which they were stored.
public sealed partial class SyncView
{
    const int LargestPage = 500;
    const int LargestPageBytes = 4 << 20;

    internal IAsyncEnumerable<KeyedRow<ResourceType>> ResourceTypesById(CancellationToken cancellationToken) =>
        ByIdAsync(Tables.ResourceTypes.Name, "data", RowParser.Message<ResourceType>, cancellationToken);

    internal IAsyncEnumerable<KeyedRow<Resource>> ResourcesById(CancellationToken cancellationToken) =>
        ByIdAsync(Tables.Resources.Name, "data", RowParser.Message<Resource>, cancellationToken);

    internal IAsyncEnumerable<KeyedRow<Entitlement>> EntitlementsById(CancellationToken cancellationToken) =>
        ByIdAsync(Tables.Entitlements.Name, "data", RowParser.Message<Entitlement>, cancellationToken);

    internal IAsyncEnumerable<KeyedRow<Grant>> GrantsById(CancellationToken cancellationToken) =>
        ByIdAsync(Tables.Grants.Name, RowParser.GrantColumns, static row => RowParser.Grant(row, withExpansion: false), cancellationToken);

    async IAsyncEnumerable<KeyedRow<T>> ByIdAsync<T>(
        string table, string columns, Func<Statement, T> parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? last = null;
        List<KeyedRow<T>> page;
        do
        {
            var from = last;
            page = await _pages.RunAsync(database => Page(database, table, columns, parse, from), cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
                yield return row;
            last = page is [.., var end] ? end.Id : null;
        }
        while (page.Count > 0);
    }

    List<KeyedRow<T>> Page<T>(Database database, string table, string columns, Func<Statement, T> parse, string? after)
    {
        using var statement = database.Prepare(
            $"SELECT id, {columns}, external_id FROM {table} WHERE sync_id = ?1 {(after is null ? "" : "AND external_id > ?2 ")}ORDER BY external_id LIMIT {LargestPage}");
        statement.Text(1, SyncId);
        if (after is not null)
            statement.Text(2, after);
        var idColumn = columns.Split(',').Length + 1;
        var page = new List<KeyedRow<T>>();
        for (var bytes = 0; bytes < LargestPageBytes && statement.Step();)
        {
            bytes += statement.Bytes(1).Length;
            page.Add(new(statement.Text(idColumn) ?? "", PageReader.Parse(database, table, parse, statement)));
        }
        return page;
    }
}
