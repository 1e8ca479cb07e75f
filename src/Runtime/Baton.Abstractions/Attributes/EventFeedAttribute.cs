namespace Baton;

/// <summary>
/// Marks a method of the connector's class that reads a feed of events, one page a call:
/// <c>Task&lt;EventPage&gt; M(DateTimeOffset since, string? cursor, CancellationToken ct)</c>, or with a cursor type of the author's
/// <c>Task&lt;EventPage&lt;TCursor&gt;&gt; M(DateTimeOffset since, TCursor? cursor, CancellationToken ct)</c>. The cursor is null for the first
/// call, which begins at <c>since</c>; afterwards it is what the page before said. An <c>int</c> receives the wished size of the page.
/// </summary>
/// <param name="id">Id of the feed; C1 keeps a cursor for each.</param>
/// <param name="kinds">The kinds of event that it can have.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class EventFeedAttribute(string id, params EventKind[] kinds) : Attribute
{
    /// <summary>Id of the feed.</summary>
    public string Id { get; } = id;

    /// <summary>The kinds of event that it can have.</summary>
    public IReadOnlyList<EventKind> Kinds { get; } = kinds;
}
