using System.Text;
using Baton.CompilerServices;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;
using Task = System.Threading.Tasks.Task;

namespace Baton.Tasks;

/// <summary>Lists the feeds of events.</summary>
sealed class ListEventFeedsHandler(TaskContext context) : ITaskHandler
{
    public System.Threading.Tasks.Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken) =>
        Task.FromResult(new TaskResult(new ListEventFeedsResponse
        {
            List =
            {
                context.Manifest.EventFeeds.Select(static feed => new EventFeedMetadata
                {
                    Id = feed.Id, SupportedEventTypes = { feed.Kinds.Select(static kind => (EventType)kind) },
                }),
            },
        }));
}

/// <summary>Reads one page of a feed.</summary>
sealed class ListEventsHandler(TaskContext context) : ITaskHandler
{
    const string DefaultFeed = "baton_feed_event";
    const int DefaultPage = 100;
    const int LargestPage = 1000;
    const int LongestCursor = 4096;

    public async System.Threading.Tasks.Task<TaskResult> HandleAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var wanted = task.ListEvents;
        var feed = FeedOf(wanted.EventFeedId);
        var since = wanted.StartAt?.ToDateTimeOffset() ?? DateTimeOffset.UnixEpoch;
        var size = wanted.PageSize == 0 ? DefaultPage : (int)Math.Min(wanted.PageSize, LargestPage);
        var page = await Calls.RunAsync(
            $"event feed {feed} failed",
            () => context.Manifest.EventsAsync(context.Services, feed, since, wanted.Cursor, size, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        var next = page.Next ?? "";
        if (Encoding.UTF8.GetByteCount(next) > LongestCursor)
            throw new ConnectorException(ErrorCode.Internal, $"event feed {feed} failed: its next cursor is longer than {LongestCursor} bytes");
        if (page.HasMore && next == wanted.Cursor)
            throw new ConnectorException(ErrorCode.Internal, $"event feed {feed} failed: it says that there is more, but its cursor does not move");
        return new(new ListEventsResponse { Events = { page.Events.Select(ToEvent) }, Cursor = next, HasMore = page.HasMore });
    }

    // C1 may leave the feed out where there is only one to read, or one of this name.
    string FeedOf(string id) => id.Length > 0 ? id : context.Manifest.EventFeeds switch
    {
        [var only] => only.Id,
        var feeds when feeds.Any(static feed => feed.Id == DefaultFeed) => DefaultFeed,
        [] => throw TaskException.Unsupported("event feeds"),
        var several => throw new TaskException(
            ErrorCode.InvalidArgument, $"the event feed is not named; there are {string.Join(", ", several.Select(static feed => feed.Id))}"),
    };

    static Event ToEvent(SourceEvent source)
    {
        var result = new Event { Id = source.Id, OccurredAt = source.OccurredAt.ToTimestamp() };
        switch (source.Kind)
        {
            case EventKind.Usage:
                result.UsageEvent = new() { TargetResource = ToResource(source.Resource), ActorResource = ToResource(source.Principal!.Key) };
                break;
            case EventKind.CreateGrant when source.Type is { } type:
                result.GrantEvent = new() { Grant = ToGrant(type, source) };
                break;
            case EventKind.CreateRevoke when source.IsPlainRevoke:
                result.RevokeEvent = new() { Entitlement = ToEntitlement(source), Principal = ToResource(source.Principal!.Key) };
                break;
            case EventKind.CreateGrant:
                result.CreateGrantEvent = new() { Entitlement = ToEntitlement(source), Principal = ToResource(source.Principal!.Key) };
                break;
            case EventKind.CreateRevoke:
                result.CreateRevokeEvent = new() { Entitlement = ToEntitlement(source), Principal = ToResource(source.Principal!.Key) };
                break;
            default:
                result.ResourceChangeEvent = new() { ResourceId = source.Resource.ToId(), ParentResourceId = source.Resource.Parent?.ToId() };
                break;
        }
        result.Annotations.Add(source.Annotations.ToAnys());
        return result;
    }

    static Grant ToGrant(ResourceTypeDefinition type, SourceEvent source)
    {
        var grantee = source.Grantee!.Value;
        using var writer = new WireWriter();
        RowEncoder.Grant(writer, type, source.Resource.Id, source.Slug!, grantee);
        var grant = Grant.Parser.ParseFrom(writer.Written);
        writer.Reset();
        if (RowEncoder.Expansion(writer, grantee, static _ => true))
            grant.Annotations.Add(GrantExpandable.Parser.ParseFrom(writer.Written).ToAny());
        return grant;
    }

    static Resource ToResource(ResourceKey key) => new() { Id = key.ToId(), ParentResourceId = key.Parent?.ToId() };

    static Entitlement ToEntitlement(SourceEvent source) =>
        new() { Id = $"{source.Resource}:{source.Slug}", Slug = source.Slug, Resource = ToResource(source.Resource) };
}
