using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Runtime.Tests.Tasks;

/// <summary>Feeds of events.</summary>
public sealed class EventTaskTests : DeskTasks
{
    static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Feeds_and_their_kinds_are_listed()
    {
        var feed = Assert.Single((await AnswerAsync<ListEventFeedsResponse>(new() { ListEventFeeds = new() })).List);
        Assert.Equal("doors", feed.Id);
        Assert.Equal([EventType.Usage, EventType.CreateGrant, EventType.CreateRevoke, EventType.ResourceChange], feed.SupportedEventTypes);
    }

    [Fact]
    public async Task Every_kind_of_event_has_its_parts()
    {
        var (vault, ann) = (new ResourceKey("room", "vault") { Parent = new("house", "h1") }, new Principal("clerk", "ann"));
        Desk.Events = new(
            [SourceEvent.Usage("1", Noon, vault, ann), SourceEvent.Granted("2", Noon, vault, "key-holder", ann), SourceEvent.Revoked("3", Noon, vault, "key-holder", ann),
                SourceEvent.Changed("4", Noon, vault)],
            12, HasMore: true);
        var page = await AnswerAsync<ListEventsResponse>(Page("doors", ""));
        Assert.True(page.HasMore);
        Assert.Equal(["1", "2", "3", "4"], page.Events.Select(e => e.Id));
        Assert.All(page.Events, e => Assert.Equal(Noon.ToTimestamp(), e.OccurredAt));
        Assert.Equal(("vault", "ann"), (page.Events[0].UsageEvent.TargetResource.Id.Resource, page.Events[0].UsageEvent.ActorResource.Id.Resource));
        var grant = page.Events[1].CreateGrantEvent;
        Assert.Equal(("room:vault:key-holder", "key-holder", "vault", "ann"), (grant.Entitlement.Id, grant.Entitlement.Slug, grant.Entitlement.Resource.Id.Resource, grant.Principal.Id.Resource));
        Assert.Equal("room:vault:key-holder", page.Events[2].CreateRevokeEvent.Entitlement.Id);
        Assert.Equal(("vault", "h1"), (page.Events[3].ResourceChangeEvent.ResourceId.Resource, page.Events[3].ResourceChangeEvent.ParentResourceId.Resource));

        Desk.Events = new([], 12);
        var next = await AnswerAsync<ListEventsResponse>(Page("", page.Cursor));
        Assert.Equal((page.Cursor, false), (next.Cursor, next.HasMore));
        Assert.Equal([$"doors {Noon:O}  50", $"doors {Noon:O} 12 50"], Desk.Calls);
    }

    [Fact]
    public async Task Older_messages_hold_the_grant_in_full()
    {
        var vault = new ResourceKey("room", "vault");
        Desk.Events = new(
            [SourceEvent.GrantEvent<Rooms>("1", Noon, "vault", "key-holder", Grantee.Group<Rooms>("r2").Expanding("key-holder").Immutable("policy")),
                SourceEvent.RevokeEvent("2", Noon, vault, "key-holder", new("clerk", "ann")).Annotate(Annotation.RawId("raw"))],
            12);
        var page = await AnswerAsync<ListEventsResponse>(Page("doors", ""));
        var grant = page.Events[0].GrantEvent.Grant;
        Assert.Equal(("room:vault:key-holder:room:r2", "room:vault:key-holder", "r2"), (grant.Id, grant.Entitlement.Id, grant.Principal.Id.Resource));
        Assert.Equal("policy", grant.Annotations[0].Unpack<GrantImmutable>().SourceId);
        Assert.Equal(["room:r2:key-holder"], grant.Annotations[1].Unpack<GrantExpandable>().EntitlementIds);
        var revoke = page.Events[1];
        Assert.Equal(("room:vault:key-holder", "ann"), (revoke.RevokeEvent.Entitlement.Id, revoke.RevokeEvent.Principal.Id.Resource));
        Assert.Equal("raw", revoke.Annotations.Single().Unpack<RawId>().Id);
    }

    [Fact]
    public async Task Missing_parts_have_defaults()
    {
        await RunAsync(new() { ListEvents = new() });
        Assert.Equal([$"doors {DateTimeOffset.UnixEpoch:O}  100"], Desk.Calls);
    }

    [Fact]
    public async Task Cursor_that_does_not_move_is_a_bug()
    {
        Desk.Events = new([], 3, HasMore: true);
        var first = await AnswerAsync<ListEventsResponse>(Page("doors", ""));
        var failure = await FailAsync(Page("doors", first.Cursor));
        Assert.Equal(ErrorCode.Internal, failure.Code);
        Assert.Contains("its cursor does not move", failure.Message);
    }

    [Fact]
    public async Task Failures_say_which_feed()
    {
        Assert.Equal(ErrorCode.NotFound, (await FailAsync(Page("windows", ""))).Code);
        Assert.Equal(ErrorCode.InvalidArgument, (await FailAsync(Page("doors", "no cursor"))).Code);
        Desk.Failure = new ConnectorException(ErrorCode.Unavailable, "later");
        var failure = await FailAsync(Page("doors", ""));
        Assert.Equal((ErrorCode.Unavailable, "event feed doors failed: later", false), (failure.Code, failure.Message, failure.NonRetryable));
    }

    static ServiceTask Page(string feed, string cursor) =>
        new() { ListEvents = new() { EventFeedId = feed, Cursor = cursor, StartAt = Noon.ToTimestamp(), PageSize = 50 } };
}
