namespace Baton.Tasks;

/// <summary>Holds a new ticket against its schema.</summary>
static class TicketRules
{
    /// <summary>The ticket with the defaults of required fields filled in.</summary>
    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: it does not fit.</exception>
    internal static NewTicket Fit(NewTicket ticket, TicketSchema schema)
    {
        if (ticket.Status is { } status && schema.Statuses.Count > 0 && !schema.Statuses.Any(known => known.Id == status.Id))
            throw Invalid(schema, $"it has no status \"{status.Id}\"");
        if (ticket.Type is { } type && schema.Types.Count > 0 && !schema.Types.Any(known => known.Id == type.Id))
            throw Invalid(schema, $"it has no type \"{type.Id}\"");
        var fields = new Dictionary<string, TicketField>(ticket.Fields, StringComparer.Ordinal);
        foreach (var known in schema.Fields)
        {
            var given = fields.GetValueOrDefault(known.Id);
            if (given is not null && given.Kind != known.Kind)
                throw Invalid(schema, $"its field \"{known.Id}\" is of kind {known.Kind}, not {given.Kind}");
            if (given?.Value is null && known.Required)
                given = fields[known.Id] = known with { Value = known.Default ?? throw Invalid(schema, $"its field \"{known.Id}\" is required") };
            if (given?.Value is { } value && Foreign(known, value) is { } foreign)
                throw Invalid(schema, $"its field \"{known.Id}\" has no choice \"{foreign}\"");
        }
        return ticket with { Fields = fields };
    }

    static string? Foreign(TicketField field, object value) => field.Kind switch
    {
        TicketFieldKind.Choice or TicketFieldKind.Choices =>
            (value as IEnumerable<string> ?? [(string)value]).FirstOrDefault(text => !field.AllowedTexts.Contains(text)),
        TicketFieldKind.Option or TicketFieldKind.Options =>
            (value as IEnumerable<TicketOption> ?? [(TicketOption)value]).FirstOrDefault(option => !field.AllowedOptions.Any(known => known.Id == option.Id))?.Id,
        _ => null,
    };

    static ConnectorException Invalid(TicketSchema schema, string problem) =>
        new(ErrorCode.InvalidArgument, $"the ticket does not fit schema \"{schema.Id}\": {problem}");
}
