using Baton.Errors;
using Baton.Protocol.Connector.V2;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks;

/// <summary>Lists the kinds of ticket, up to a hundred.</summary>
sealed class ListTicketSchemasHandler(TaskContext context) : ITaskHandler
{
    const int MostSchemas = 100;
    const int Attempts = 10;
    static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    public async Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var tickets = context.TicketSystem();
        var schemas = await new Retrier(context.Time, FirstPause, LongestPause, Attempts)
            .RunAsync("list ticket schemas failed", ct => ListAsync(tickets, ct), cancellationToken).ConfigureAwait(false);
        if (schemas.Count == 0)
            throw new ConnectorException(ErrorCode.Unknown, "connector returned no ticket schemas");
        return new(new TicketsServiceListTicketSchemasResponse { List = { schemas.Select(TicketMessages.ToMessage) } });
    }

    static async Task<List<TicketSchema>> ListAsync(ITicketSystem tickets, CancellationToken cancellationToken)
    {
        var schemas = new List<TicketSchema>();
        await foreach (var schema in tickets.SchemasAsync(cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            schemas.Add(schema);
            if (schemas.Count == MostSchemas)
                break;
        }
        return schemas;
    }
}

/// <summary>Reads a ticket.</summary>
sealed class GetTicketHandler(TaskContext context) : ITaskHandler
{
    public async Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var wanted = task.GetTicket;
        if (wanted.TicketId.Length == 0)
            throw TaskException.Malformed("get ticket", "the id of the ticket is missing");
        var tickets = context.TicketSystem();
        var ticket = await Calls.RunAsync("get ticket failed", () => tickets.GetAsync(wanted.TicketId, cancellationToken), cancellationToken).ConfigureAwait(false)
            ?? throw new TaskException(ErrorCode.NotFound, $"there is no ticket \"{wanted.TicketId}\"");
        return new(
            new TicketsServiceGetTicketResponse
            {
                Ticket = TicketMessages.ToMessage(ticket), Annotations = { wanted.Annotations, ticket.Annotations.ToAnys() },
            },
            wanted.Annotations);
    }
}

/// <summary>Creates a ticket.</summary>
sealed class CreateTicketHandler(TaskContext context) : ITaskHandler
{
    public async Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var wanted = task.CreateTicketTask;
        var tickets = context.TicketSystem();
        var (ticket, schema) = TicketInput.Read(wanted);
        var created = await Calls.RunAsync("create ticket failed", () => tickets.CreateAsync(ticket, schema, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new(
            new TicketsServiceCreateTicketResponse
            {
                Ticket = TicketMessages.ToMessage(created), Annotations = { wanted.Annotations, created.Annotations.ToAnys() },
            },
            wanted.Annotations);
    }
}

/// <summary>Creates several tickets.</summary>
sealed class BulkCreateTicketsHandler(TaskContext context) : ITaskHandler
{
    public async Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var wanted = task.BulkCreateTickets.TicketRequests;
        if (wanted.Count == 0)
            throw TaskException.Malformed("bulk create tickets", "no ticket is asked for");
        var tickets = context.TicketSystem();
        var drafts = wanted.Select(TicketInput.Read).ToList();
        var results = await Calls.RunAsync("bulk create tickets failed", () => tickets.CreateManyAsync(drafts, cancellationToken), cancellationToken).ConfigureAwait(false);
        TicketInput.CheckCount(results.Count, wanted.Count);
        return new(new TicketsServiceBulkCreateTicketsResponse
        {
            Tickets =
            {
                results.Zip(wanted, static (result, request) => new TicketsServiceCreateTicketResponse
                {
                    Ticket = result.Ticket is { } ticket ? TicketMessages.ToMessage(ticket) : null,
                    Error = result.Error ?? "",
                    Annotations = { request.Annotations, (result.Ticket?.Annotations ?? []).ToAnys() },
                }),
            },
        });
    }
}

/// <summary>Reads several tickets.</summary>
sealed class BulkGetTicketsHandler(TaskContext context) : ITaskHandler
{
    public async Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var wanted = task.BulkGetTickets.TicketRequests;
        if (wanted.Count == 0)
            throw TaskException.Malformed("bulk get tickets", "no ticket is asked for");
        var tickets = context.TicketSystem();
        var ids = wanted.Select(static request => request.TicketId).ToList();
        var results = await Calls.RunAsync("bulk get tickets failed", () => tickets.GetManyAsync(ids, cancellationToken), cancellationToken).ConfigureAwait(false);
        TicketInput.CheckCount(results.Count, wanted.Count);
        return new(new TicketsServiceBulkGetTicketsResponse
        {
            Tickets =
            {
                results.Zip(wanted, static (result, request) => new TicketsServiceGetTicketResponse
                {
                    Ticket = result.Ticket is { } ticket ? TicketMessages.ToMessage(ticket) : null,
                    Error = result.Error ?? "",
                    Annotations = { request.Annotations, (result.Ticket?.Annotations ?? []).ToAnys() },
                }),
            },
        });
    }
}
