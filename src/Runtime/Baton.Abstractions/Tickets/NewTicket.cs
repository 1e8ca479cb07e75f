namespace Baton;

/// <summary>The ticket to create.</summary>
/// <param name="DisplayName">Its title.</param>
public sealed record NewTicket(string DisplayName)
{
    /// <summary>Its text, or empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The status to begin with; null for the ticket system's own choice.</summary>
    public TicketOption? Status { get; init; }

    /// <summary>Its type; null for the ticket system's own choice.</summary>
    public TicketOption? Type { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>What was filled in, by id of the field.</summary>
    public IReadOnlyDictionary<string, TicketField> Fields { get; init; } = new Dictionary<string, TicketField>();

    /// <summary>For whom it is; null for nobody in particular.</summary>
    public Principal? RequestedFor { get; init; }
}
