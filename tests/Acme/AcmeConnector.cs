using System.Runtime.CompilerServices;
using Baton;

namespace Acme;

/// <summary>What the documents show, each at its place, in one program. Tickets are files, since each command line is a process of its own.</summary>
[Connector("baton-acme", DisplayName = "Acme")]
sealed partial class AcmeConnector : ITicketSystem
{
    static readonly TicketSchema Access = new("access", "Access request")
    {
        Types = [new("task", "Task")],
        Statuses = [new("open", "Open"), new("done", "Done")],
        Fields = [TicketField.Choice("urgency", "Urgency", "low", "high")],
    };

    /// <summary>One log-in, an hour after the beginning.</summary>
    [EventFeed("audit", EventKind.Usage)]
    public static Task<EventPage> AuditAsync(DateTimeOffset since, string? cursor) => Task.FromResult(new EventPage(
        cursor is null ? [SourceEvent.Usage("e1", since.AddHours(1), new("role", "admin"), new("user", "alice"))] : [], cursor ?? "1"));

    public async IAsyncEnumerable<TicketSchema> SchemasAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        yield return Access;
    }

    public async Task<Ticket?> GetAsync(string id, CancellationToken cancellationToken) =>
        File.Exists(FileOf(id)) ? new Ticket(id, await File.ReadAllTextAsync(FileOf(id), cancellationToken)) { Status = Access.Statuses[0] } : null;

    public async Task<Ticket> CreateAsync(NewTicket ticket, TicketSchema schema, CancellationToken cancellationToken)
    {
        var created = new Ticket($"{schema.Id}-1", ticket.DisplayName) { Status = ticket.Status ?? schema.Statuses[0], Fields = ticket.Fields };
        await File.WriteAllTextAsync(FileOf(created.Id), created.DisplayName, cancellationToken);
        return created;
    }

    static string FileOf(string id) => $"{Path.GetFileName(id)}.ticket";
}
