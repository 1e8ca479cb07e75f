using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using SchemaMessage = Baton.Protocol.Connector.V2.TicketSchema;
using TicketMessage = Baton.Protocol.Connector.V2.Ticket;

namespace Baton.Tasks;

/// <summary>Tickets and their schemas, between the protocol and what authors see.</summary>
static class TicketMessages
{
    internal static SchemaMessage ToMessage(TicketSchema schema)
    {
        var message = new SchemaMessage
        {
            Id = schema.Id,
            DisplayName = schema.DisplayName,
            Types_ = { schema.Types.Select(static type => new TicketType { Id = type.Id, DisplayName = type.DisplayName }) },
            Statuses = { schema.Statuses.Select(static status => new TicketStatus { Id = status.Id, DisplayName = status.DisplayName }) },
            Annotations = { schema.Annotations.ToAnys() },
        };
        foreach (var field in schema.Fields)
            message.CustomFields[field.Id] = TicketFields.ToMessage(field);
        return message;
    }

    internal static TicketSchema FromMessage(SchemaMessage message) => new(message.Id, message.DisplayName)
    {
        Types = [.. message.Types_.Select(static type => new TicketOption(type.Id, type.DisplayName))],
        Statuses = [.. message.Statuses.Select(static status => new TicketOption(status.Id, status.DisplayName))],
        Fields = [.. message.CustomFields.Values.Select(TicketFields.FromMessage).OfType<TicketField>()],
        Annotations = message.Annotations.ToAnnotations(),
    };

    internal static NewTicket FromMessage(TicketRequest request) => new(request.DisplayName)
    {
        Description = request.Description,
        Status = request.Status is { Id.Length: > 0 } status ? new(status.Id, status.DisplayName) : null,
        Type = request.Type is { Id.Length: > 0 } type ? new(type.Id, type.DisplayName) : null,
        Labels = request.Labels,
        Fields = request.CustomFields
            .Select(static pair => (pair.Key, Field: TicketFields.FromMessage(pair.Value)))
            .Where(static pair => pair.Field is not null)
            .ToDictionary(static pair => pair.Key, static pair => pair.Field!, StringComparer.Ordinal),
        RequestedFor = request.RequestedFor?.Id is { Resource.Length: > 0 } id
            ? new(id.ResourceType, id.Resource) { DisplayName = request.RequestedFor.DisplayName is { Length: > 0 } name ? name : null }
            : null,
    };

    internal static TicketMessage ToMessage(Ticket ticket)
    {
        var message = new TicketMessage
        {
            Id = ticket.Id,
            DisplayName = ticket.DisplayName,
            Description = ticket.Description,
            Status = ticket.Status is { } status ? new() { Id = status.Id, DisplayName = status.DisplayName } : null,
            Type = ticket.Type is { } type ? new() { Id = type.Id, DisplayName = type.DisplayName } : null,
            Labels = { ticket.Labels },
            Url = ticket.Url?.AbsoluteUri ?? "",
            Assignees = { ticket.Assignees.Select(ToResource) },
            Reporter = ticket.Reporter is { } reporter ? ToResource(reporter) : null,
            RequestedFor = ticket.RequestedFor is { } requestedFor ? ToResource(requestedFor) : null,
            CreatedAt = ticket.CreatedAt?.ToTimestamp(),
            UpdatedAt = ticket.UpdatedAt?.ToTimestamp(),
            CompletedAt = ticket.CompletedAt?.ToTimestamp(),
        };
        foreach (var (id, field) in ticket.Fields)
            message.CustomFields[id] = TicketFields.ToMessage(field);
        return message;
    }

    internal static TicketsServiceCreateTicketResponse ToMessage(TicketResult result) => new()
    {
        Ticket = result.Ticket is { } ticket ? ToMessage(ticket) : null,
        Error = result.Error ?? "",
        Annotations = { (result.Ticket?.Annotations ?? []).ToAnys() },
    };

    static Resource ToResource(Principal principal) => new() { Id = principal.Key.ToId(), DisplayName = principal.DisplayName ?? "" };
}
