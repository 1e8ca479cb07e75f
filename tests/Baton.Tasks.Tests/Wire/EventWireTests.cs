using System.Globalization;
using Baton.Protocol.Connector.V2;
using Baton.Testing;

namespace Baton.Tasks.Tests.Wire;

/// <summary>Events over the wire: one page a task, and a cursor that C1 only hands back.</summary>
public sealed class EventWireTests
{
    static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Pages_are_read_by_their_cursors_without_loss_or_repetition()
    {
        await using var service = await DeskService.StartAsync();
        var read = new List<string>();
        var task = TaskSamples.Of("list_events", SecretReader.Create());
        for (var page = 0; ; page++)
        {
            service.Desk.Events = new([Change(2 * page), Change((2 * page) + 1)], page + 1, HasMore: page < 3);
            var answer = await service.AnswerAsync<ListEventsResponse>(task);
            read.AddRange(answer.Events.Select(static found => found.Id));
            if (!answer.HasMore)
                break;
            task = new() { ListEvents = task.ListEvents.Clone() };
            task.ListEvents.Cursor = answer.Cursor;
        }
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7"], read);
        Assert.Equal(["", "1", "2", "3"], service.Desk.Calls.Select(static call => call.Split(' ')[2]));
        await service.EndAsync();
    }

    [Fact]
    public async Task Every_kind_of_event_is_a_message_of_its_own()
    {
        await using var service = await DeskService.StartAsync();
        var (vault, ann) = (new ResourceKey("room", "vault"), new Principal("clerk", "ann"));
        service.Desk.Events = new(
            [
                SourceEvent.Usage("1", Noon, vault, ann), SourceEvent.Granted("2", Noon, vault, "key-holder", ann),
                SourceEvent.Revoked("3", Noon, vault, "key-holder", ann), Change(4),
            ], 1);
        var answer = await service.AnswerAsync<ListEventsResponse>(TaskSamples.Of("list_events", SecretReader.Create()));
        Assert.Equal(
            [Event.EventOneofCase.UsageEvent, Event.EventOneofCase.CreateGrantEvent, Event.EventOneofCase.CreateRevokeEvent, Event.EventOneofCase.ResourceChangeEvent],
            answer.Events.Select(static found => found.EventCase));
        Assert.False(answer.HasMore);
        await service.EndAsync();
    }

    [Fact]
    public async Task Feeds_are_listed()
    {
        await using var service = await DeskService.StartAsync();
        var feed = Assert.Single((await service.AnswerAsync<ListEventFeedsResponse>(TaskSamples.Of("list_event_feeds", SecretReader.Create()))).List);
        Assert.Equal("doors", feed.Id);
        Assert.Equal([EventType.Usage, EventType.CreateGrant, EventType.CreateRevoke, EventType.ResourceChange], feed.SupportedEventTypes);
        await service.EndAsync();
    }

    [Theory]
    [InlineData("windows", "", ErrorCode.NotFound)]
    [InlineData("doors", "not a cursor of this feed", ErrorCode.InvalidArgument)]
    public async Task A_wrong_question_has_an_answer_that_says_so(string feed, string cursor, ErrorCode code)
    {
        await using var service = await DeskService.StartAsync();
        var finish = await service.RunAsync(new() { ListEvents = new() { EventFeedId = feed, Cursor = cursor } });
        Assert.Equal((int)code, finish.Status.Code);
        Assert.Contains(feed, finish.Status.Message, StringComparison.Ordinal);
        await service.EndAsync();
    }

    [Theory]
    [InlineData("list_events", true)]
    [InlineData("list_event_feeds", false)]
    public async Task A_failure_is_reported_and_may_be_tried_again(string kind, bool fails)
    {
        await using var service = await DeskService.StartAsync();
        service.Desk.Failure = new ConnectorException(ErrorCode.Unavailable, "later");
        var finish = await service.RunAsync(TaskSamples.Of(kind, SecretReader.Create()));
        Assert.Equal(fails, finish.Error is not null);
        if (fails)
            Assert.Equal(((int)ErrorCode.Unavailable, "event feed doors failed: later", false), (finish.Status.Code, finish.Status.Message, finish.Error!.NonRetryable));
        await service.EndAsync();
    }

    static SourceEvent Change(int id) => SourceEvent.Changed(id.ToString(CultureInfo.InvariantCulture), Noon, new("room", "vault"));
}
