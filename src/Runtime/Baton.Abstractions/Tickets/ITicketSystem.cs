namespace Baton;

/// <summary>
/// Creates and reads tickets. A connector whose class implements this interface offers tickets to C1; operators switch them on with
/// <c>--ticketing</c>.
/// </summary>
public interface ITicketSystem
{
    /// <summary>The kinds of ticket that can be created; at least one.</summary>
    IAsyncEnumerable<TicketSchema> SchemasAsync(CancellationToken cancellationToken);

    /// <summary>One kind of ticket; null when there is none with this id. Looks through all of them unless it is implemented.</summary>
    async Task<TicketSchema?> SchemaAsync(string id, CancellationToken cancellationToken)
    {
        await foreach (var schema in SchemasAsync(cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (schema.Id == id)
                return schema;
        }
        return null;
    }

    /// <summary>A ticket; null when there is none with this id.</summary>
    Task<Ticket?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Creates a ticket. Status, choices and required fields have been checked against the schema.</summary>
    Task<Ticket> CreateAsync(NewTicket ticket, TicketSchema schema, CancellationToken cancellationToken);

    /// <summary>Creates several tickets, each with its schema; one result for each, in their order. One by one unless it is implemented.</summary>
    async Task<IReadOnlyList<TicketResult>> CreateManyAsync(
        IReadOnlyList<(NewTicket Ticket, TicketSchema Schema)> tickets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        var results = new List<TicketResult>(tickets.Count);
        foreach (var (ticket, schema) in tickets)
            results.Add(await TicketResult.OfAsync(async () => await CreateAsync(ticket, schema, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false));
        return results;
    }

    /// <summary>Reads several tickets; one result for each, in their order. One by one unless it is implemented.</summary>
    async Task<IReadOnlyList<TicketResult>> GetManyAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var results = new List<TicketResult>(ids.Count);
        foreach (var id in ids)
            results.Add(await TicketResult.OfAsync(() => GetAsync(id, cancellationToken)).ConfigureAwait(false));
        return results;
    }
}
