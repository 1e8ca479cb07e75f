using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Testing;
using FinalState = Baton.Protocol.Service.V1.BatonServiceFinishTaskRequest.FinalStateOneofCase;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks.Tests.Wire;

/// <summary>No kind of task that the protocol has is left out, and each is reported as the protocol asks for.</summary>
public sealed class EveryKindTests
{
    /// <summary>The message that answers each kind.</summary>
    internal static readonly Dictionary<string, string> Answers = new()
    {
        ["sync_full"] = "nothing",
        ["grant"] = GrantManagerServiceGrantResponse.Descriptor.FullName,
        ["revoke"] = GrantManagerServiceRevokeResponse.Descriptor.FullName,
        ["create_account"] = CreateAccountResponse.Descriptor.FullName,
        ["create_resource"] = CreateResourceResponse.Descriptor.FullName,
        ["delete_resource"] = DeleteResourceResponse.Descriptor.FullName,
        ["rotate_credentials"] = RotateCredentialResponse.Descriptor.FullName,
        ["issue_credential"] = IssueCredentialResponse.Descriptor.FullName,
        ["create_ticket_task"] = TicketsServiceCreateTicketResponse.Descriptor.FullName,
        ["list_ticket_schemas"] = TicketsServiceListTicketSchemasResponse.Descriptor.FullName,
        ["get_ticket"] = TicketsServiceGetTicketResponse.Descriptor.FullName,
        ["bulk_create_tickets"] = TicketsServiceBulkCreateTicketsResponse.Descriptor.FullName,
        ["bulk_get_tickets"] = TicketsServiceBulkGetTicketsResponse.Descriptor.FullName,
        ["action_list_schemas"] = ListActionSchemasResponse.Descriptor.FullName,
        ["action_get_schema"] = GetActionSchemaResponse.Descriptor.FullName,
        ["action_invoke"] = InvokeActionResponse.Descriptor.FullName,
        ["list_event_feeds"] = ListEventFeedsResponse.Descriptor.FullName,
        ["list_events"] = ListEventsResponse.Descriptor.FullName,
    };

    /// <summary>Kinds that never come to a handler, or that nobody can do: tested by themselves.</summary>
    static readonly string[] Others = ["none", "hello", "action_status", "event_feed", "create_sync_diff", "compact_syncs"];

    [Fact]
    public void Every_kind_of_the_protocol_has_a_test() => Assert.Equal(
        ServiceTask.Descriptor.Oneofs.Single(static oneof => oneof.Name == "task_type").Fields.Select(static field => field.Name).Order(StringComparer.Ordinal),
        Answers.Keys.Concat(Others).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_is_answered_with_its_message_and_no_other()
    {
        await using var service = await DeskService.StartAsync();
        service.Desk.Schemas.Add(new("access", "Access"));
        var reader = SecretReader.Create();
        foreach (var (kind, expected) in Answers)
        {
            var finish = await service.RunAsync(TaskSamples.Of(kind, reader));
            Assert.True(finish.FinalStateCase == FinalState.Success, $"{kind}: {finish}");
            Assert.Null(finish.Status);
            Assert.Equal(expected, finish.Success.Response is { } response ? TypeUrls.NameOf(response.TypeUrl) : "nothing");
        }
        await service.EndAsync();
    }

    [Theory]
    [InlineData("event_feed", "event feed")]
    [InlineData("create_sync_diff", "create sync diff")]
    [InlineData("compact_syncs", "compact syncs")]
    public async Task What_nobody_can_do_is_refused_for_good(string kind, string name)
    {
        await using var service = await DeskService.StartAsync();
        var finish = await service.RunAsync(TaskSamples.Of(kind, SecretReader.Create()));
        Assert.Equal((int)ErrorCode.Unimplemented, finish.Status.Code);
        Assert.Equal($"this connector does not support {name}", finish.Status.Message);
        Assert.True(finish.Error.NonRetryable);
        await service.EndAsync();
    }

    [Fact]
    public async Task A_task_of_a_kind_from_the_future_is_refused_for_good()
    {
        await using var service = await DeskService.StartAsync();
        var finish = await service.RunAsync(new());
        Assert.Equal((int)ErrorCode.Unimplemented, finish.Status.Code);
        Assert.Contains("a kind that this version knows", finish.Status.Message, StringComparison.Ordinal);
        Assert.True(finish.Error.NonRetryable);
        await service.EndAsync();
    }

    [Fact]
    public async Task No_task_is_no_work()
    {
        await using var service = await DeskService.StartAsync();
        var none = service.C1.Enqueue(new() { None = new() });
        await service.RunAsync(TaskSamples.Of("list_event_feeds", SecretReader.Create()));
        Assert.False(none.Finished.IsCompleted);
        await service.EndAsync();
    }

    [Fact]
    public async Task Hello_is_answered_with_a_hello()
    {
        await using var service = await DeskService.StartAsync();
        var first = service.C1.LastHello!;
        var report = await service.RunAsync(TaskSamples.Of("hello", SecretReader.Create()));
        var second = service.C1.LastHello!;
        Assert.Equal(("", report.TaskId), (first.TaskId, second.TaskId));
        second.TaskId = "";
        Assert.Equal(first, second);
        Assert.Equal(0, service.C1.Calls("FinishTask"));
        await service.EndAsync();
    }
}
