using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Tasks;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Runtime.Tests.Tasks;

/// <summary>Tickets: schemas with fields of every kind, tickets created and read, one and several.</summary>
public sealed class TicketTaskTests : DeskTasks
{
    static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    static readonly TicketSchema Full = new("access", "Access")
    {
        Types = [new("task", "Task")],
        Statuses = [new("open", "Open"), new("done", "Done")],
        Fields =
        [
            TicketField.Text("text", "Text") with { Required = true, Default = "none", Annotations = [Annotation.RawId("f-1")] },
            TicketField.Texts("texts", "Texts") with { Default = new[] { "a", "b" } },
            TicketField.Flag("flag", "Flag"),
            TicketField.Number("number", "Number") with { Default = 1.5f },
            TicketField.Time("time", "Time") with { Default = Noon },
            TicketField.Choice("choice", "Choice", "red", "blue"),
            TicketField.Choices("choices", "Choices", "red", "blue") with { Default = new[] { "red" } },
            TicketField.Option("option", "Option", new TicketOption("1", "One"), new TicketOption("2", "Two")),
            TicketField.Options("options", "Options", new TicketOption("1", "One"), new TicketOption("2", "Two")),
        ],
        Annotations = [Annotation.RawId("s-1")],
    };

    [Fact]
    public async Task Schemas_have_fields_of_every_kind()
    {
        Desk.Schemas.Add(Full);
        var schema = Assert.Single((await AnswerAsync<TicketsServiceListTicketSchemasResponse>(new() { ListTicketSchemas = new() })).List);
        Assert.Equal(("access", "Task", "Open"), (schema.Id, schema.Types_[0].DisplayName, schema.Statuses[0].DisplayName));
        Assert.Equal(9, schema.CustomFields.Values.Select(field => field.ValueCase).Distinct().Count());
        Assert.True(schema.CustomFields["text"].Required);
        Assert.Equal("none", schema.CustomFields["text"].StringValue.DefaultValue);
        Assert.Equal(["red", "blue"], schema.CustomFields["choice"].PickStringValue.AllowedValues);
        Assert.Equal(["One", "Two"], schema.CustomFields["option"].PickObjectValue.AllowedValues.Select(value => value.DisplayName));
        Assert.Equal(1.5f, schema.CustomFields["number"].NumberValue.DefaultValue);
        Assert.Equal(Noon.ToTimestamp(), schema.CustomFields["time"].TimestampValue.DefaultValue);

        var back = TicketMessages.FromMessage(schema);
        Assert.Equal(("s-1", "f-1"), (schema.Annotations.Single().Unpack<RawId>().Id, schema.CustomFields["text"].Annotations.Single().Unpack<RawId>().Id));
        Assert.Equal("c1.connector.v2.RawId", back.Annotations.Single().FullName);
        Assert.Equal(Full.Fields.OrderBy(f => f.Id).Select(Text), back.Fields.OrderBy(f => f.Id).Select(Text));
    }

    [Fact]
    public async Task No_schema_is_a_failure_and_many_are_cut()
    {
        var failure = await FailAsync(new() { ListTicketSchemas = new() });
        Assert.Equal(("connector returned no ticket schemas", false), (failure.Message, failure.NonRetryable));
        Desk.Schemas.AddRange(Enumerable.Repeat(Full, 150));
        Assert.Equal(100, (await AnswerAsync<TicketsServiceListTicketSchemasResponse>(new() { ListTicketSchemas = new() })).List.Count);
    }

    [Fact]
    public async Task Ticket_is_created_with_what_was_filled_in()
    {
        var task = Create();
        task.CreateTicketTask.Annotations.Add(new ExternalLink { Url = "https://x.example" }.ToAny());
        var request = task.CreateTicketTask.TicketRequest;
        request.CustomFields["choice"] = new() { Id = "choice", PickStringValue = new() { Value = "blue" } };
        request.CustomFields["options"] = new() { Id = "options", PickMultipleObjectValues = new() { Values = { new TicketCustomFieldObjectValue { Id = "2" } } } };
        request.CustomFields["extra"] = new() { Id = "extra", BoolValue = new() { Value = true } };
        var result = await RunAsync(task);
        var answer = Assert.IsType<TicketsServiceCreateTicketResponse>(result.Response);
        Assert.True(result.Annotations.Has<ExternalLink>());
        Assert.Equal(["create access Printer"], Desk.Calls);
        var ticket = Assert.Single(Desk.Tickets);
        Assert.Equal(("On fire", "open", "task", "ann"), (ticket.Description, ticket.Status?.Id, ticket.Type?.Id, ticket.RequestedFor?.Id));
        Assert.Equal(["urgent"], ticket.Labels);
        Assert.Equal(("none", "blue", true), (ticket.Fields["text"].Value, ticket.Fields["choice"].Value, ticket.Fields["extra"].Value));
        Assert.Equal("t1", answer.Ticket.Id);
        Assert.Equal("blue", answer.Ticket.CustomFields["choice"].PickStringValue.Value);
        Assert.Equal(["2"], answer.Ticket.CustomFields["options"].PickMultipleObjectValues.Values.Select(value => value.Id));
    }

    public static TheoryData<string, string> Misfits => new()
    {
        { "status", "it has no status \"lost\"" },
        { "type", "it has no type \"joke\"" },
        { "choice", "its field \"choice\" has no choice \"green\"" },
        { "kind", "its field \"choice\" is of kind Choice, not Text" },
        { "required", "its field \"number\" is required" },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public async Task Ticket_that_does_not_fit_is_refused(string what, string message)
    {
        var task = Create();
        var request = task.CreateTicketTask.TicketRequest;
        switch (what)
        {
            case "status":
                request.Status = new() { Id = "lost" };
                break;
            case "type":
                request.Type = new() { Id = "joke" };
                break;
            case "choice":
                request.CustomFields["choice"] = new() { Id = "choice", PickStringValue = new() { Value = "green" } };
                break;
            case "kind":
                request.CustomFields["choice"] = new() { Id = "choice", StringValue = new() { Value = "red" } };
                break;
            default:
                task.CreateTicketTask.TicketSchema.CustomFields["number"] = new() { Id = "number", Required = true, NumberValue = new() };
                break;
        }
        var failure = await FailAsync(task);
        Assert.Equal(ErrorCode.InvalidArgument, failure.Code);
        Assert.Contains(message, failure.Message);
        Assert.Empty(Desk.Calls);
    }

    [Fact]
    public async Task Ticket_is_read()
    {
        var answer = await AnswerAsync<TicketsServiceGetTicketResponse>(new() { GetTicket = new() { TicketId = "t7" } });
        Assert.Equal(("t7", "Title", "https://desk.example/t7"), (answer.Ticket.Id, answer.Ticket.DisplayName, answer.Ticket.Url));
        var gone = await FailAsync(new() { GetTicket = new() { TicketId = "gone" } });
        Assert.Equal((ErrorCode.NotFound, true), (gone.Code, gone.NonRetryable));
        Assert.StartsWith("malformed get ticket task", (await FailAsync(new() { GetTicket = new() })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_tickets_have_a_result_each()
    {
        var read = await AnswerAsync<TicketsServiceBulkGetTicketsResponse>(new()
        {
            BulkGetTickets = new() { TicketRequests = { Get("t1"), Get("gone"), Get("t3") } },
        });
        Assert.Equal(["t1 ", " there is no such ticket", "t3 "], read.Tickets.Select(t => $"{t.Ticket?.Id} {t.Error}"));
        var task = Create().CreateTicketTask;
        var created = await AnswerAsync<TicketsServiceBulkCreateTicketsResponse>(new() { BulkCreateTickets = new() { TicketRequests = { task, task } } });
        Assert.Equal(["t1", "t1"], created.Tickets.Select(t => t.Ticket.Id));
        Desk.Failure = new ConnectorException(ErrorCode.PermissionDenied, "not you");
        var refused = await AnswerAsync<TicketsServiceBulkCreateTicketsResponse>(new() { BulkCreateTickets = new() { TicketRequests = { task } } });
        Assert.Equal("not you", Assert.Single(refused.Tickets).Error);
        Desk.Failure = new ConnectorException(ErrorCode.Unavailable, "later");
        Assert.Equal(ErrorCode.Unavailable, (await FailAsync(new() { BulkCreateTickets = new() { TicketRequests = { task } } })).Code);
    }

    [Fact]
    public async Task Empty_bulk_tasks_are_malformed()
    {
        Assert.StartsWith("malformed ", (await FailAsync(new() { BulkCreateTickets = new() })).Message, StringComparison.Ordinal);
        Assert.StartsWith("malformed ", (await FailAsync(new() { BulkGetTickets = new() })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_operators_leave_there_are_no_tickets()
    {
        Context = Context with { AllowsTicketing = false };
        Assert.StartsWith("ticketing is not enabled", (await FailAsync(Create())).Message, StringComparison.Ordinal);
        Assert.Empty(Desk.Calls);
    }

    static Protocol.Service.V1.Task.Types.GetTicketTask Get(string id) => new() { TicketId = id };

    static ServiceTask Create() => new()
    {
        CreateTicketTask = new()
        {
            TicketSchema = TicketMessages.ToMessage(Full),
            TicketRequest = new()
            {
                DisplayName = "Printer", Description = "On fire", Status = new() { Id = "open" }, Type = new() { Id = "task" }, Labels = { "urgent" },
                RequestedFor = new() { Id = new() { ResourceType = "clerk", Resource = "ann" } },
            },
        },
    };

    static string Text(TicketField field) => string.Join(
        '|', field.Kind, field.Id, field.DisplayName, field.Required, Values(field.Default), string.Join(',', field.AllowedTexts), string.Join(',', field.AllowedOptions));

    static string Values(object? value) => value is IEnumerable<string> texts && value is not string ? string.Join(',', texts) : $"{value}";
}
