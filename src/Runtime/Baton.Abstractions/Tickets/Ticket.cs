namespace Baton;

/// <summary>A ticket as the ticket system has it.</summary>
/// <param name="Id">Id in the ticket system.</param>
/// <param name="DisplayName">Its title.</param>
public sealed record Ticket(string Id, string DisplayName)
{
    /// <summary>Its text, or empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Its status.</summary>
    public TicketOption? Status { get; init; }

    /// <summary>Its type.</summary>
    public TicketOption? Type { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Address under which people see it; null for none.</summary>
    public Uri? Url { get; init; }

    /// <summary>What is filled in, by id of the field.</summary>
    public IReadOnlyDictionary<string, TicketField> Fields { get; init; } = new Dictionary<string, TicketField>();

    /// <summary>Who works on it.</summary>
    public IReadOnlyList<Principal> Assignees { get; init; } = [];

    /// <summary>Who opened it.</summary>
    public Principal? Reporter { get; init; }

    /// <summary>For whom it is.</summary>
    public Principal? RequestedFor { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it was completed; null while it is open.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>What is attached to the answer that holds it.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];
}
