
namespace Baton.Tasks;

/// <summary>What a task says about a ticket to create, checked.</summary>
static class TicketInput
{
    /// <exception cref="ConnectorException">Something is missing, or the ticket does not fit its schema.</exception>
    internal static (NewTicket Ticket, TicketSchema Schema) Read(Protocol.Service.V1.Task.Types.CreateTicketTask task)
    {
        if (task.TicketRequest is null)
            throw TaskException.Malformed("create ticket", "the ticket is missing");
        var schema = task.TicketSchema is null ? new("", "") : TicketMessages.FromMessage(task.TicketSchema);
        return (TicketRules.Fit(TicketMessages.FromMessage(task.TicketRequest), schema), schema);
    }

    /// <exception cref="TaskException">The ticket system's answer cannot be told apart by ticket.</exception>
    internal static void CheckCount(int results, int wanted)
    {
        if (results != wanted)
            throw new TaskException(ErrorCode.Internal, $"connector returned incorrect number of tickets: {results} for {wanted}");
    }

    /// <summary>The connector's ticket system.</summary>
    /// <exception cref="TaskException">It has none, or the operator does not allow tickets.</exception>
    internal static ITicketSystem TicketSystem(this TaskContext context)
    {
        var tickets = context.Manifest.Tickets(context.Services) ?? throw TaskException.Unsupported("tickets");
        context.CheckTicketing();
        return tickets;
    }
}
