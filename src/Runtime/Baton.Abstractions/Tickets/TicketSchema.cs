namespace Baton;

/// <summary>A kind of ticket.</summary>
/// <param name="Id">Id in the ticket system.</param>
/// <param name="DisplayName">Name shown to people.</param>
public sealed record TicketSchema(string Id, string DisplayName)
{
    /// <summary>Types that a ticket can have.</summary>
    public IReadOnlyList<TicketOption> Types { get; init; } = [];

    /// <summary>Statuses that a ticket can have.</summary>
    public IReadOnlyList<TicketOption> Statuses { get; init; } = [];

    /// <summary>Fields beyond those that every ticket has.</summary>
    public IReadOnlyList<TicketField> Fields { get; init; } = [];

    /// <summary>What is attached to it; it comes back with each ticket that is to be created.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];
}

/// <summary>A type or status of a ticket, or a value that can be chosen.</summary>
/// <param name="Id">Id in the ticket system.</param>
/// <param name="DisplayName">Name shown to people.</param>
public sealed record TicketOption(string Id, string DisplayName);
