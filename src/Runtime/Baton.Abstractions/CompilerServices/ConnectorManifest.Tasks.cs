namespace Baton.CompilerServices;

public abstract partial class ConnectorManifest
{
    /// <summary>Actions of the connector as a whole.</summary>
    public virtual IReadOnlyList<ActionDefinition> Actions => [];

    /// <summary>Feeds of events.</summary>
    public virtual IReadOnlyList<EventFeedDefinition> EventFeeds => [];

    /// <summary>Runs an action of the connector as a whole.</summary>
    /// <returns>What it answers.</returns>
    public virtual Task<ValueMap> InvokeActionAsync(
        IServiceProvider services, string name, ValueMap arguments, CancellationToken cancellationToken) => throw ConnectorException.NotFound(
        $"This connector has no action \"{name}\".");

    /// <summary>Reads one page of a feed.</summary>
    /// <param name="services">Where the connector comes from.</param>
    /// <param name="feed">Id of the feed.</param>
    /// <param name="since">Where the first page begins.</param>
    /// <param name="pageToken">What the page before said; empty for the first.</param>
    /// <param name="pageSize">The wished size.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public virtual Task<EventPage> EventsAsync(
        IServiceProvider services, string feed, DateTimeOffset since, string pageToken, int pageSize, CancellationToken cancellationToken) =>
        throw ConnectorException.NotFound($"This connector has no event feed \"{feed}\".");

    /// <summary>The ticket system; null when the connector is none.</summary>
    public virtual ITicketSystem? Tickets(IServiceProvider services) => null;

    /// <summary>What fetches pictures; null when the connector does not.</summary>
    public virtual IAssetReader? Assets(IServiceProvider services) => null;

    /// <summary>The cursor that an author's method gets: null for the first page.</summary>
    protected static string? Cursor(string pageToken) => string.IsNullOrEmpty(pageToken) ? null : pageToken;

    /// <summary>A page with a cursor of the author's own type as one with a text.</summary>
    /// <param name="page">The page.</param>
    /// <param name="write">Writes the cursor as text.</param>
    protected static async Task<EventPage> TokenAsync<TCursor>(Task<EventPage<TCursor>> page, Func<TCursor, string> write)
        where TCursor : notnull
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(write);
        var result = await page.ConfigureAwait(false);
        return new(result.Events, write(result.Next), result.HasMore);
    }
}
