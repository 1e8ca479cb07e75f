using Baton.Protocol.Connector.V2;
using Baton.Tasks;

namespace Baton.Testing;

/// <summary>New tickets, as tasks bring them.</summary>
static class TicketDraft
{
    const string Word = "Conformance";

    /// <summary>One with a title, the first status and type, and something in each field that its kind requires.</summary>
    public static NewTicket Of(TicketSchema schema) => new($"{Word} test")
    {
        Description = "Made by a test, and of no importance.",
        Status = schema.Statuses is [var status, ..] ? status : null,
        Type = schema.Types is [var type, ..] ? type : null,
        Fields = schema.Fields.Where(static field => field.Required).ToDictionary(static field => field.Id, Fill, StringComparer.Ordinal),
    };

    public static TicketRequest ToRequest(NewTicket ticket)
    {
        var request = new TicketRequest
        {
            DisplayName = ticket.DisplayName,
            Description = ticket.Description,
            Status = ticket.Status is { } status ? new() { Id = status.Id, DisplayName = status.DisplayName } : null,
            Type = ticket.Type is { } type ? new() { Id = type.Id, DisplayName = type.DisplayName } : null,
            Labels = { ticket.Labels },
            RequestedFor = ticket.RequestedFor is { } person ? new() { Id = person.Key.ToId(), DisplayName = person.DisplayName ?? "" } : null,
        };
        foreach (var (id, field) in ticket.Fields)
            request.CustomFields[id] = TicketFields.ToMessage(field);
        return request;
    }

    static TicketField Fill(TicketField field) => field with
    {
        Value = field.Kind switch
        {
            TicketFieldKind.Text => Word,
            TicketFieldKind.Texts => new[] { Word },
            TicketFieldKind.Flag => true,
            TicketFieldKind.Number => 1f,
            TicketFieldKind.Time => DateTimeOffset.UnixEpoch,
            TicketFieldKind.Choice => field.AllowedTexts is [var first, ..] ? first : "",
            TicketFieldKind.Choices => field.AllowedTexts.Take(1).ToList(),
            TicketFieldKind.Option => field.AllowedOptions is [var first, ..] ? first : null,
            _ => field.AllowedOptions.Take(1).ToList(),
        },
    };
}
