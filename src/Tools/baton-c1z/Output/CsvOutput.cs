namespace Baton.C1ZTool;

/// <summary>Streams rows as comma-separated values.</summary>
static class CsvOutput
{
    public static async Task WriteAsync<T>(ToolHost host, Listing<T> listing, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await using var writer = new CsvWriter(host.Output);
        await writer.WriteAsync(listing.Columns);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            await writer.WriteAsync(listing.Cells(row));
    }
}
