using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;
using Baton.Tasks;
using Google.Protobuf.WellKnownTypes;
using Field = Baton.Protocol.Config.V1.Field;
using WellKnownString = Baton.Protocol.Config.V1.WellKnownString;
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

        var paint = (await AnswerAsync<ListActionSchemasResponse>(new() { ActionListSchemas = new() { ResourceTypeId = "room" } })).Schemas.Single(a => a.Name == "paint");
        Assert.Equal(("paint", "room"), (paint.Name, paint.ResourceTypeId));
        Assert.Equal(["room"], paint.Arguments[0].ResourceIdField.Rules.AllowedResourceTypeIds);
        Assert.True(paint.Arguments[1].IsRequired);
        Assert.Empty(paint.ReturnTypes);
        Assert.Equal(paint, (await AnswerAsync<GetActionSchemaResponse>(new() { ActionGetSchema = new() { Name = "paint" } })).Schema);
        Assert.Equal(ErrorCode.NotFound, (await FailAsync(new() { ActionGetSchema = new() { Name = "dance" } })).Code);
    }

    [Theory]
    [InlineData(FormFieldKind.WholeResource, Field.FieldOneofCase.ResourceField)]
    [InlineData(FormFieldKind.WholeResourceList, Field.FieldOneofCase.ResourceSliceField)]
    [InlineData(FormFieldKind.EntitlementList, Field.FieldOneofCase.EntitlementSliceField)]
    [InlineData(FormFieldKind.GrantList, Field.FieldOneofCase.GrantSliceField)]
    public void Whole_objects_have_fields_of_their_own(FormFieldKind kind, Field.FieldOneofCase field)
    {
        var whole = new FormFieldDefinition { Name = "x", DisplayName = "X", Kind = kind };
        var schema = ActionSchemas.Of(new() { Name = "a", DisplayName = "A", Types = [Baton.ActionType.Dynamic], Arguments = [whole], Results = [whole] }, "");
        Assert.Equal((field, field), (schema.Arguments.Single().FieldCase, schema.ReturnTypes.Single().FieldCase));
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
    public async Task Rules_of_fields_are_part_of_the_schema()
    {
        var fields = (await AnswerAsync<GetActionSchemaResponse>(new() { ActionGetSchema = new() { Name = "furnish" } })).Schema.Arguments;
        var rooms = fields[0].ResourceIdSliceField.Rules;
        Assert.Equal((1UL, 2UL, true), (rooms.MinItems, rooms.MaxItems, rooms.Unique));
        var style = fields[1].StringField.Rules;
        Assert.Equal((2UL, 8UL, "^[a-z]+$", WellKnownString.Hostname), (style.MinLen, style.MaxLen, style.Pattern, style.WellKnown));
        Assert.Equal(["pink"], style.NotIn);
        Assert.False(style.HasLen || style.HasPrefix || style.HasEq);
        var chairs = fields[2].IntField.Rules;
        Assert.Equal((1L, 5L, 3L), (chairs.Gte, chairs.Lt, Assert.Single(chairs.NotIn)));
        Assert.True(fields[3].BoolField.Rules.Eq);
        Assert.Equal((2UL, "x-"), (fields[4].StringSliceField.Rules.MaxItems, fields[4].StringSliceField.Rules.ItemRules.Prefix));
        Assert.True(fields[5].StringField.Rules.ValidateEmpty);
        Assert.Null((await AnswerAsync<GetActionSchemaResponse>(new() { ActionGetSchema = new() { Name = "paint" } })).Schema.Arguments[1].StringField.Rules);
    }

    [Theory]
    [InlineData("rooms", "[]", null)]
    [InlineData("rooms", "[\"room:a\",\"room:b\",\"room:c\"]", "field rooms: value must have at most 2 items but got 3")]
    [InlineData("rooms", "[\"room:a\",{\"resource_type_id\":\"room\",\"resource_id\":\"a\"}]", "field rooms: value must not contain duplicate items")]
    [InlineData("style", "\"x\"", "field style: value must be at least 2 characters long")]
    [InlineData("style", "\"Modern\"", "field style: value must match pattern ^[a-z]+$")]
    [InlineData("style", "\"pink\"", "field style: value must not be one of [pink]")]
    [InlineData("chairs", "5", "field chairs: value must be less than 5")]
    [InlineData("chairs", "3", "field chairs: value must not be one of [3]")]
    [InlineData("paid", "false", "field paid: expected true")]
    [InlineData("tags", "[\"x-a\",\"b\"]", "field tags: invalid item at 1: value must have prefix 'x-'")]
    [InlineData("pin", "\"\"", "field pin: value must be exactly 4 characters long")]
    [InlineData("pin", "\"12345\"", "field pin: value must be exactly 4 characters long")]
    public async Task Rules_are_checked_before_the_method_is_called(string name, string value, string? message)
    {
        var arguments = new Dictionary<string, string>
        {
            ["rooms"] = "[\"room:a\"]", ["style"] = "\"modern\"", ["chairs"] = "2", ["paid"] = "true", ["tags"] = "[\"x-a\"]", ["pin"] = "\"1234\"", [name] = value,
        };
        var task = Invoke("furnish", "room", [.. arguments.Select(a => (a.Key, Value.Parser.ParseJson(a.Value)))]);
        if (message is null)
        {
            await RunAsync(task);
            Assert.Single(Desk.Calls);
            return;
        }
        var failure = await FailAsync(task);
        Assert.Equal((ErrorCode.InvalidArgument, message), (failure.Code, failure.Message));
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
