using Baton.Protocol.Connector.V2;
using Baton.Tasks;
using Google.Protobuf.WellKnownTypes;
using Field = Baton.Protocol.Config.V1.Field;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Runtime.Tests.Tasks;

/// <summary>Actions: listed, described, run to their end, and asked for while they run.</summary>
public sealed class ActionTaskTests : DeskTasks
{
    [Fact]
    public async Task Schemas_are_the_signatures()
    {
        var count = Assert.Single((await AnswerAsync<ListActionSchemasResponse>(new() { ActionListSchemas = new() })).Schemas);
        Assert.Equal(("count", "Count things", "Counts", ""), (count.Name, count.DisplayName, count.Description, count.ResourceTypeId));
        Assert.Equal(["rooms", "clerks", "detail"], count.Arguments.Select(a => a.Name));
        Assert.All(count.Arguments, argument => Assert.False(argument.IsRequired));
        Assert.Equal(Field.FieldOneofCase.BoolField, count.Arguments[0].FieldCase);
        Assert.Equal(["low", "very_high"], count.Arguments[2].StringField.Options.Select(o => o.Value));
        Assert.Equal(["low", "very_high"], count.Arguments[2].StringField.Rules.In);
        Assert.Equal([Field.FieldOneofCase.IntField, Field.FieldOneofCase.ResourceIdField], count.ReturnTypes.Select(r => r.FieldCase));
        Assert.Equal(
            ["AtLeastOne rooms,clerks ", "DependentOn detail rooms"],
            count.Constraints.Select(c => $"{c.Kind} {string.Join(',', c.FieldNames)} {string.Join(',', c.SecondaryFieldNames)}"));
        Assert.Equal([Protocol.Connector.V2.ActionType.Dynamic], count.ActionType);

        var paint = Assert.Single((await AnswerAsync<ListActionSchemasResponse>(new() { ActionListSchemas = new() { ResourceTypeId = "room" } })).Schemas);
        Assert.Equal(("paint", "room"), (paint.Name, paint.ResourceTypeId));
        Assert.Equal(["room"], paint.Arguments[0].ResourceIdField.Rules.AllowedResourceTypeIds);
        Assert.True(paint.Arguments[1].IsRequired);
        Assert.Empty(paint.ReturnTypes);
        Assert.Equal(paint, (await AnswerAsync<GetActionSchemaResponse>(new() { ActionGetSchema = new() { Name = "paint" } })).Schema);
        Assert.Equal(ErrorCode.NotFound, (await FailAsync(new() { ActionGetSchema = new() { Name = "dance" } })).Code);
    }

    [Fact]
    public async Task Action_that_ends_soon_is_answered_with_its_result()
    {
        var answer = await AnswerAsync<InvokeActionResponse>(Invoke("count", "", ("rooms", Value.ForBool(true)), ("detail", Value.ForString("very_high"))));
        Assert.Equal(["count True  VeryHigh"], Desk.Calls);
        Assert.Equal((BatonActionStatus.Complete, "count", 27), (answer.Status, answer.Name, answer.Id.Length));
        Assert.True(answer.Response.Fields["success"].BoolValue);
        Assert.Equal(7, answer.Response.Fields["number"].NumberValue);
        Assert.Equal("vault", answer.Response.Fields["largest"].StructValue.Fields["resource_id"].StringValue);
    }

    [Fact]
    public async Task Action_of_a_type_gets_its_resource()
    {
        var room = Value.ForStruct(new() { Fields = { ["resource_type_id"] = Value.ForString("room"), ["resource_id"] = Value.ForString("vault") } });
        var answer = await AnswerAsync<InvokeActionResponse>(Invoke("paint", "room", ("room", room), ("colour", Value.ForString("red"))));
        Assert.Equal(["paint room:vault red"], Desk.Calls);
        Assert.Equal(["success"], answer.Response.Fields.Keys);
        Assert.Equal(ErrorCode.NotFound, (await FailAsync(Invoke("paint", ""))).Code);
        Assert.Equal(ErrorCode.NotFound, (await FailAsync(Invoke("count", "room"))).Code);
    }

    [Fact]
    public async Task Failure_is_the_tasks_and_may_be_tried_again()
    {
        Desk.Failure = new ConnectorException(ErrorCode.PermissionDenied, "not you");
        var failure = await FailAsync(Invoke("count", "", ("rooms", Value.ForBool(true))));
        Assert.Equal((ErrorCode.PermissionDenied, "not you", false), (failure.Code, failure.Message, failure.NonRetryable));
    }

    [Theory]
    [InlineData(new string[0], "are missing, one of which is needed: rooms, clerks")]
    [InlineData(new[] { "clerks", "detail" }, "are needed for detail: rooms")]
    public async Task Constraints_are_checked_before_the_method_is_called(string[] given, string message)
    {
        var arguments = given.Select(name => (name, name == "detail" ? Value.ForString("low") : Value.ForBool(true))).Append(("rooms", Value.ForNull()));
        var failure = await FailAsync(Invoke("count", "", [.. arguments]));
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
        Assert.Contains(message, failure.Message);
        Assert.Empty(Desk.Calls);
    }

    [Fact]
    public async Task What_is_missing_is_said()
    {
        Assert.Contains("action name required", (await FailAsync(Invoke("", ""))).Message);
        Assert.Contains("action name required", (await FailAsync(new() { ActionGetSchema = new() })).Message);
        Assert.Contains("action id required", (await FailAsync(new() { ActionStatus = new() })).Message);
        Assert.Equal(ErrorCode.NotFound, (await FailAsync(new() { ActionStatus = new() { Id = "never" } })).Code);
    }

    [Fact]
    public async Task Old_results_are_forgotten_and_running_actions_are_limited()
    {
        var runs = new ActionRuns(Time);
        var first = await runs.StartAsync("a", TimeSpan.FromSeconds(1), static _ => Task.FromResult(ValueMap.Empty), Stop);
        for (var i = 0; i < ActionRuns.Remembered; i++)
            await runs.StartAsync("a", TimeSpan.FromSeconds(1), static _ => Task.FromResult(ValueMap.Empty), Stop);
        Assert.Equal(ErrorCode.NotFound, Assert.Throws<ConnectorException>(() => runs.Find(first.Id)).Code);

        var end = new TaskCompletionSource<ValueMap>();
        for (var i = 0; i < ActionRuns.Remembered; i++)
            await runs.StartAsync("b", TimeSpan.Zero, _ => end.Task, Stop);
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => runs.StartAsync("b", TimeSpan.Zero, _ => end.Task, Stop));
        Assert.Equal(ErrorCode.ResourceExhausted, failure.Code);
        end.SetResult(ValueMap.Empty);
    }

    static ServiceTask Invoke(string name, string type, params (string Name, Value Value)[] arguments)
    {
        var task = new ServiceTask { ActionInvoke = new() { Name = name, ResourceTypeId = type, Args = new() } };
        foreach (var (key, value) in arguments)
            task.ActionInvoke.Args.Fields[key] = value;
        return task;
    }
}
