using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Baton.Testing;

/// <summary>Event feeds: read to the end, and again from every cursor, in pages of all sizes. Nothing is lost, and nothing comes twice.</summary>
sealed class EventConformance<TConnector>(ConformanceRuns<TConnector> runs)
    where TConnector : IConnector
{
    const int MostPages = 250;
    const int MostResumptions = 10;
    static readonly uint[] PageSizes = [1, 2, 7];
    static readonly DeclaredCapabilities Declared = DeclaredCapabilities.Of<TConnector>();

    public static bool Applies => Declared.Has(Capability.EventFeedV2);

    public Task ReadAsync(CancellationToken cancellationToken) => runs.InServiceAsync(
        "event feeds",
        async (service, ct) =>
        {
            var feeds = (await service.AnswerAsync<ListEventFeedsResponse>(new() { ListEventFeeds = new() }, ct).ConfigureAwait(false)).List;
            foreach (var feed in feeds)
                await TryAsync(service, feed, ct).ConfigureAwait(false);
        },
        cancellationToken);

    async Task TryAsync(ConnectorService service, EventFeedMetadata feed, CancellationToken cancellationToken)
    {
        var pages = await ReadAsync(service, feed, "", pageSize: 0, cancellationToken).ConfigureAwait(false);
        var all = pages.SelectMany(static page => page.Events).ToList();
        Check(feed, all);
        var ids = all.ConvertAll(static found => found.Id);
        foreach (var size in PageSizes)
            await CompareAsync(service, feed, "", ids, $"in pages of {size}", size, cancellationToken).ConfigureAwait(false);

        // As after a restart: from each of several cursors on.
        var finest = await ReadAsync(service, feed, "", pageSize: 1, cancellationToken).ConfigureAwait(false);
        var read = 0;
        for (var i = 0; i < finest.Count; i++)
        {
            read += finest[i].Events.Count;
            if (finest.Count > MostResumptions && i % (finest.Count / MostResumptions) != 0 && i < finest.Count - 1)
                continue;
            var rest = ids.Skip(read).ToList();
            await CompareAsync(
                service, feed, finest[i].Cursor, rest, $"gone on with after {read} events", pageSize: 0, cancellationToken).ConfigureAwait(false);
        }
    }

    // What happened meanwhile may follow.
    async Task CompareAsync(
        ConnectorService service, EventFeedMetadata feed, string cursor, List<string> expected, string how, uint pageSize, CancellationToken cancellationToken)
    {
        var pages = await ReadAsync(service, feed, cursor, pageSize, cancellationToken).ConfigureAwait(false);
        var ids = pages.SelectMany(static page => page.Events).Select(static found => found.Id).ToList();
        if (expected.Except(ids).ToList() is { Count: > 0 } lost)
            throw new ConnectorAssertionException($"Feed {feed.Id}, {how}, loses {lost.Count} events: {string.Join(", ", lost.Take(5))}.");
        if (!ids.Take(expected.Count).SequenceEqual(expected))
        {
            throw new ConnectorAssertionException(
                $"Feed {feed.Id}, {how}, has other events, or in another order: {string.Join(", ", ids.Take(5))} " +
                $"in the place of {string.Join(", ", expected.Take(5))}.");
        }
    }

    async Task<List<ListEventsResponse>> ReadAsync(
        ConnectorService service, EventFeedMetadata feed, string cursor, uint pageSize, CancellationToken cancellationToken)
    {
        var pages = new List<ListEventsResponse>();
        do
        {
            var task = new ServiceTask
            {
                ListEvents = new() { EventFeedId = feed.Id, StartAt = runs.Options.EventsSince.ToTimestamp(), Cursor = cursor, PageSize = pageSize },
            };
            pages.Add(await service.AnswerAsync<ListEventsResponse>(task, cancellationToken).ConfigureAwait(false));
            cursor = pages[^1].Cursor;
            if (pages.Count > MostPages)
                throw new ConnectorAssertionException(
                    $"Feed {feed.Id} still says that there is more after {MostPages} pages. If there is, read less: set " +
                    $"{nameof(ConformanceOptions.EventsSince)}.");
        }
        while (pages[^1].HasMore);
        return pages;
    }

    void Check(EventFeedMetadata feed, List<Event> events)
    {
        if (events.GroupBy(static found => found.Id).FirstOrDefault(static same => same.Count() > 1) is { } twice)
            throw new ConnectorAssertionException($"Feed {feed.Id} has event {twice.Key} {twice.Count()} times.");
        if (events.FirstOrDefault(found => found.OccurredAt.ToDateTimeOffset() < runs.Options.EventsSince) is { } early)
            throw new ConnectorAssertionException(
                $"Feed {feed.Id} has event {early.Id} of {early.OccurredAt}, which is before what was asked for, {runs.Options.EventsSince:O}.");
        if (events.FirstOrDefault(found => !feed.SupportedEventTypes.Contains(KindOf(found))) is { } other)
            throw new ConnectorAssertionException($"Feed {feed.Id} has event {other.Id} of kind {other.EventCase}, which it does not declare.");
    }

    static EventType KindOf(Event found) => found.EventCase switch
    {
        Event.EventOneofCase.UsageEvent => EventType.Usage,
        Event.EventOneofCase.GrantEvent or Event.EventOneofCase.CreateGrantEvent => EventType.CreateGrant,
        Event.EventOneofCase.RevokeEvent or Event.EventOneofCase.CreateRevokeEvent => EventType.CreateRevoke,
        _ => EventType.ResourceChange,
    };
}
