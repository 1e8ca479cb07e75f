using Baton.Protocol.Connector.V2;
using Baton.Testing;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Tasks.Tests.Wire;

/// <summary>Actions over the wire: of the connector and of a resource type, those that end soon and those that do not.</summary>
public sealed class ActionWireTests
{
    [Theory]
    [InlineData("", "count")]
    [InlineData("room", "paint")]
    public async Task Schemas_are_listed_and_described(string type, string name)
    {
        await using var service = await DeskService.StartAsync();
        var schemas = await service.AnswerAsync<ListActionSchemasResponse>(new() { ActionListSchemas = new() { ResourceTypeId = type } });
        var schema = Assert.Single(schemas.Schemas, schema => schema.Name == name);
        Assert.All(schemas.Schemas, schema => Assert.Equal(type, schema.ResourceTypeId));
        Assert.Equal(schema, (await service.AnswerAsync<GetActionSchemaResponse>(new() { ActionGetSchema = new() { Name = name } })).Schema);
        await service.EndAsync();
    }

    [Fact]
    public async Task An_action_of_a_type_gets_its_resource()
    {
        await using var service = await DeskService.StartAsync();
        var room = Value.ForStruct(new() { Fields = { ["resource_type_id"] = Value.ForString("room"), ["resource_id"] = Value.ForString("vault") } });
        var answer = await service.AnswerAsync<InvokeActionResponse>(TaskSamples.Invoke("paint", "room", ("room", room), ("colour", Value.ForString("red"))));
        Assert.Equal((BatonActionStatus.Complete, "paint", true), (answer.Status, answer.Name, answer.Response.Fields["success"].BoolValue));
        Assert.Equal(["paint room:vault red"], service.Desk.Calls);
        await service.EndAsync();
    }

    [Fact]
    public async Task An_action_that_takes_longer_is_asked_for_until_it_ends()
    {
        await using var service = await DeskService.StartAsync();
        var end = new TaskCompletionSource();
        service.Desk.Work = ct => end.Task.WaitAsync(ct);
        var running = await service.AnswerAsync<InvokeActionResponse>(TaskSamples.Of("action_invoke", SecretReader.Create()));
        Assert.Equal((BatonActionStatus.Running, null), (running.Status, running.Response));
        Assert.Equal(BatonActionStatus.Running, (await service.AnswerAsync<GetActionStatusResponse>(Status(running))).Status);
        end.SetResult();
        var answer = await service.AnswerAsync<GetActionStatusResponse>(Status(running));
        while (answer.Status == BatonActionStatus.Running)
            answer = await service.AnswerAsync<GetActionStatusResponse>(Status(running));
        Assert.Equal((BatonActionStatus.Complete, running.Id, "count", 7d), (answer.Status, answer.Id, answer.Name, answer.Response.Fields["number"].NumberValue));
        await service.EndAsync();
    }

    [Fact]
    public async Task An_action_that_fails_late_says_so_in_its_status()
    {
        await using var service = await DeskService.StartAsync();
        var end = new TaskCompletionSource();
        service.Desk.Work = ct => end.Task.WaitAsync(ct);
        var running = await service.AnswerAsync<InvokeActionResponse>(TaskSamples.Of("action_invoke", SecretReader.Create()));
        end.SetException(new ConnectorException(ErrorCode.Aborted, "somebody else counts"));
        var answer = await service.AnswerAsync<GetActionStatusResponse>(Status(running));
        while (answer.Status == BatonActionStatus.Running)
            answer = await service.AnswerAsync<GetActionStatusResponse>(Status(running));
        Assert.Equal(
            (BatonActionStatus.Failed, false, "somebody else counts"),
            (answer.Status, answer.Response.Fields["success"].BoolValue, answer.Response.Fields["error"].StringValue));
        await service.EndAsync();
    }

    [Fact]
    public async Task An_action_that_fails_at_once_fails_its_task_and_may_be_tried_again()
    {
        await using var service = await DeskService.StartAsync();
        service.Desk.Failure = new ConnectorException(ErrorCode.PermissionDenied, "not you");
        var finish = await service.RunAsync(TaskSamples.Of("action_invoke", SecretReader.Create()));
        Assert.Equal(((int)ErrorCode.PermissionDenied, "not you", false), (finish.Status.Code, finish.Status.Message, finish.Error.NonRetryable));
        await service.EndAsync();
    }

    public static TheoryData<string, ErrorCode, string> Mistakes => new()
    {
        { """{"actionGetSchema": {}}""", ErrorCode.InvalidArgument, "action name required" },
        { """{"actionGetSchema": {"name": "dance"}}""", ErrorCode.NotFound, "no action \"dance\"" },
        { """{"actionInvoke": {}}""", ErrorCode.InvalidArgument, "action name required" },
        { """{"actionInvoke": {"name": "dance"}}""", ErrorCode.NotFound, "this connector has no action \"dance\"" },
        { """{"actionInvoke": {"name": "count", "resourceTypeId": "room"}}""", ErrorCode.NotFound, "resource type \"room\" has no action \"count\"" },
        { """{"actionInvoke": {"name": "paint", "resourceTypeId": "moon"}}""", ErrorCode.Unimplemented, "resource type \"moon\"" },
        { """{"actionInvoke": {"name": "count"}}""", ErrorCode.InvalidArgument, "one of which is needed: rooms, clerks" },
        { """{"actionInvoke": {"name": "count", "args": {"rooms": "many"}}}""", ErrorCode.InvalidArgument, "rooms" },
        { """{"actionStatus": {}}""", ErrorCode.InvalidArgument, "action id required" },
        { """{"actionStatus": {"id": "never-started"}}""", ErrorCode.NotFound, "never-started" },
        { """{"actionListSchemas": {"resourceTypeId": "moon"}}""", ErrorCode.Unimplemented, "resource type \"moon\"" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_of_the_task_is_named(string task, ErrorCode code, string message)
    {
        await using var service = await DeskService.StartAsync();
        var finish = await service.RunAsync(Protocol.ProtoJson.Parse<ServiceTask>(task));
        Assert.Equal((int)code, finish.Status.Code);
        Assert.Contains(message, finish.Status.Message, StringComparison.Ordinal);
        Assert.Empty(service.Desk.Calls);
        await service.EndAsync();
    }

    static ServiceTask Status(InvokeActionResponse running) => new() { ActionStatus = new() { Id = running.Id, Name = running.Name } };
}
