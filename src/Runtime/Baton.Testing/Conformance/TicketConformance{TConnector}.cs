using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Baton.Tasks;
using CreateTask = Baton.Protocol.Service.V1.Task.Types.CreateTicketTask;
using GetTask = Baton.Protocol.Service.V1.Task.Types.GetTicketTask;
using SchemaMessage = Baton.Protocol.Connector.V2.TicketSchema;
using Task = System.Threading.Tasks.Task;
using TicketMessage = Baton.Protocol.Connector.V2.Ticket;

namespace Baton.Testing;

/// <summary>Tickets: one of each kind is created and read, by itself and together with others, with one that does not exist among them.</summary>
sealed class TicketConformance<TConnector>(ConformanceRuns<TConnector> runs)
    where TConnector : IConnector
{
    const string Missing = "conformance-there-is-no-such-ticket";

    public bool Applies => runs.Options.MayChangeSource && DeclaredCapabilities.Of<TConnector>().Has(Capability.Ticketing);

    public Task CreateAndReadAsync(CancellationToken cancellationToken) => runs.InServiceAsync(
        "tickets",
        async (service, ct) =>
        {
            var schemas = (await service.AnswerAsync<TicketsServiceListTicketSchemasResponse>(
                new() { ListTicketSchemas = new() }, ct).ConfigureAwait(false)).List;
            if (schemas.GroupBy(static schema => schema.Id).FirstOrDefault(static same => same.Count() > 1) is { } twice)
                throw new ConnectorAssertionException($"There are {twice.Count()} kinds of ticket with the id \"{twice.Key}\".");
            foreach (var schema in schemas)
                await TryAsync(service, schema, ct).ConfigureAwait(false);
        },
        cancellationToken);

    async Task TryAsync(ConnectorService service, SchemaMessage schema, CancellationToken cancellationToken)
    {
        var draft = TicketDraft.ToRequest((runs.Options.NewTicket ?? TicketDraft.Of)(TicketMessages.FromMessage(schema)));
        CreateTask Creation() => new() { TicketRequest = draft, TicketSchema = schema };
        var created = (await service.AnswerAsync<TicketsServiceCreateTicketResponse>(
            new() { CreateTicketTask = Creation() }, cancellationToken).ConfigureAwait(false)).Ticket;
        if (created is not { Id.Length: > 0 })
            throw new ConnectorAssertionException($"A ticket of kind \"{schema.Id}\" was created, and has no id.");
        var read = (await service.AnswerAsync<TicketsServiceGetTicketResponse>(
            new() { GetTicket = new() { TicketId = created.Id } }, cancellationToken).ConfigureAwait(false)).Ticket;
        CheckSame(created, read);

        var many = await service.AnswerAsync<TicketsServiceBulkCreateTicketsResponse>(
            new() { BulkCreateTickets = new() { TicketRequests = { Creation(), Creation() } } }, cancellationToken).ConfigureAwait(false);
        if (many.Tickets.FirstOrDefault(static ticket => ticket.Ticket is null) is { } failed)
            throw new ConnectorAssertionException($"A ticket of kind \"{schema.Id}\" can be created alone, and not with others: {failed.Error}");
        var tickets = many.Tickets.Select(static ticket => ticket.Ticket).Prepend(created).ToList();
        if (tickets.Select(static ticket => ticket.Id).Distinct(StringComparer.Ordinal).Count() < tickets.Count)
            throw new ConnectorAssertionException(
                $"Several new tickets of kind \"{schema.Id}\" have one id: {string.Join(", ", tickets.Select(static ticket => ticket.Id))}.");
        await ReadManyAsync(service, tickets, cancellationToken).ConfigureAwait(false);

        var missing = await service.RunAsync(new() { GetTicket = new() { TicketId = Missing } }, cancellationToken).ConfigureAwait(false);
        if (missing.Status?.Code != (int)ErrorCode.NotFound)
            throw new ConnectorAssertionException(
                $"Asked for a ticket that does not exist, the answer is {missing.Status?.Message ?? "a ticket"}: return null.");
    }

    static async Task ReadManyAsync(ConnectorService service, List<TicketMessage> tickets, CancellationToken cancellationToken)
    {
        var wanted = tickets.Select(static ticket => new GetTask { TicketId = ticket.Id }).Append(new() { TicketId = Missing });
        var answer = (await service.AnswerAsync<TicketsServiceBulkGetTicketsResponse>(
            new() { BulkGetTickets = new() { TicketRequests = { wanted } } }, cancellationToken).ConfigureAwait(false)).Tickets;
        foreach (var (ticket, result) in tickets.Zip(answer))
            CheckSame(ticket, result.Ticket);
        if (answer[^1].Ticket is not null || answer[^1].Error.Length == 0)
            throw new ConnectorAssertionException("Several tickets are read, one of which does not exist, and its result is no error.");
    }

    static void CheckSame(TicketMessage created, TicketMessage? read)
    {
        if (read?.Id != created.Id || read.DisplayName != created.DisplayName)
            throw new ConnectorAssertionException(
                $"Ticket {created.Id} (\"{created.DisplayName}\") was created, and reading it gives {read?.Id ?? "nothing"} (\"{read?.DisplayName}\").");
    }
}
