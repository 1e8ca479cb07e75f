using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Testing;

namespace Baton.Tasks.Tests.Wire;

/// <summary>Tickets over the wire: what C1 attached to a task comes back with the report, and never more than C1 takes.</summary>
public sealed class TicketWireTests
{
    static readonly SecretReader Nobody = SecretReader.Create();

    [Fact]
    public async Task A_ticket_is_created_and_read_with_the_annotations_of_its_task()
    {
        await using var service = await DeskService.StartAsync();
        var created = await service.RunAsync(TaskSamples.Of("create_ticket_task", Nobody));
        Assert.Equal([TaskSamples.Note], created.Success.Annotations);
        var answer = created.Success.Response.Unpack<TicketsServiceCreateTicketResponse>();
        Assert.Equal(("t1", "Printer", "hardware"), (answer.Ticket.Id, answer.Ticket.DisplayName, answer.Ticket.Labels[0]));
        Assert.Equal([TaskSamples.Note], answer.Annotations);

        var read = await service.RunAsync(TaskSamples.Of("get_ticket", Nobody));
        Assert.Equal([TaskSamples.Note], read.Success.Annotations);
        Assert.Equal("https://desk.example/t1", read.Success.Response.Unpack<TicketsServiceGetTicketResponse>().Ticket.Url);
        await service.EndAsync();
    }

    [Fact]
    public async Task Several_tickets_have_one_result_each_and_no_annotations_of_the_report()
    {
        await using var service = await DeskService.StartAsync();
        var created = await service.RunAsync(TaskSamples.Of("bulk_create_tickets", Nobody));
        Assert.Empty(created.Success.Annotations);
        var tickets = created.Success.Response.Unpack<TicketsServiceBulkCreateTicketsResponse>().Tickets;
        Assert.Equal(["Printer", "Chair"], tickets.Select(static ticket => ticket.Ticket.DisplayName));
        Assert.All(tickets, static ticket => Assert.Equal([TaskSamples.Note], ticket.Annotations));

        var read = (await service.AnswerAsync<TicketsServiceBulkGetTicketsResponse>(TaskSamples.Of("bulk_get_tickets", Nobody))).Tickets;
        Assert.Equal(("t1", ""), (read[0].Ticket.Id, read[0].Error));
        Assert.Equal((null, "there is no such ticket"), (read[1].Ticket, read[1].Error));
        await service.EndAsync();
    }

    [Fact]
    public async Task Kinds_of_tickets_are_cut_at_a_hundred()
    {
        await using var service = await DeskService.StartAsync();
        service.Desk.Schemas.AddRange(Enumerable.Range(1, 120).Select(static n => new TicketSchema($"s{n}", $"Schema {n}")
        {
            Statuses = [new("open", "Open")],
            Fields = [TicketField.Choice("urgency", "Urgency", "low", "high"), TicketField.Number("days", "Days") with { Default = 2f }],
        }));
        var list = (await service.AnswerAsync<TicketsServiceListTicketSchemasResponse>(TaskSamples.Of("list_ticket_schemas", Nobody))).List;
        Assert.Equal(100, list.Count);
        Assert.Equal(["days", "urgency"], list[99].CustomFields.Keys.Order(StringComparer.Ordinal));
        await service.EndAsync();
    }

    [Fact]
    public async Task A_ticket_system_without_kinds_is_a_failure_that_may_pass()
    {
        await using var service = await DeskService.StartAsync();
        var finish = await service.RunAsync(TaskSamples.Of("list_ticket_schemas", Nobody));
        Assert.Equal(("connector returned no ticket schemas", false), (finish.Status.Message, finish.Error.NonRetryable));
        await service.EndAsync();
    }

    [Fact]
    public async Task More_annotations_than_C1_takes_are_cut()
    {
        await using var service = await DeskService.StartAsync();
        var task = TaskSamples.Of("create_ticket_task", Nobody);
        task.CreateTicketTask.Annotations.Clear();
        task.CreateTicketTask.Annotations.AddRange(Enumerable.Range(0, 20).Select(static n => new ExternalLink { Url = $"https://c1.example/{n}" }.ToAny()));
        Assert.Equal(16, (await service.RunAsync(task.Clone())).Success.Annotations.Count);
        service.Desk.Failure = new ConnectorException(ErrorCode.Internal, "no paper");
        task.Id = "";
        var failed = await service.RunAsync(task);
        Assert.Equal((16, false), (failed.Error.Annotations.Count, failed.Error.NonRetryable));
        await service.EndAsync();
    }

    [Theory]
    [InlineData("get_ticket", ErrorCode.NotFound, "there is no ticket \"gone\"", true)]
    [InlineData("create_ticket_task", ErrorCode.InvalidArgument, "malformed create ticket task: the ticket is missing", true)]
    [InlineData("bulk_create_tickets", ErrorCode.InvalidArgument, "malformed bulk create tickets task: no ticket is asked for", true)]
    [InlineData("bulk_get_tickets", ErrorCode.InvalidArgument, "malformed bulk get tickets task: no ticket is asked for", true)]
    public async Task What_cannot_be_done_is_said(string kind, ErrorCode code, string message, bool nonRetryable)
    {
        await using var service = await DeskService.StartAsync();
        var finish = await service.RunAsync(kind switch
        {
            "get_ticket" => new() { GetTicket = new() { TicketId = "gone", Annotations = { TaskSamples.Note } } },
            "create_ticket_task" => new() { CreateTicketTask = new() { Annotations = { TaskSamples.Note } } },
            "bulk_create_tickets" => new() { BulkCreateTickets = new() },
            _ => new() { BulkGetTickets = new() },
        });
        Assert.Equal(((int)code, message, nonRetryable), (finish.Status.Code, finish.Status.Message, finish.Error.NonRetryable));
        // The annotations of the two single kinds come back with failures, too.
        Assert.Equal(kind.StartsWith("bulk", StringComparison.Ordinal) ? [] : [TaskSamples.Note], finish.Error.Annotations);
        await service.EndAsync();
    }

    [Fact]
    public async Task Without_leave_there_are_no_tickets()
    {
        await using var service = await DeskService.StartAsync("--provisioning");
        var finish = await service.RunAsync(TaskSamples.Of("get_ticket", Nobody));
        Assert.Equal(((int)ErrorCode.FailedPrecondition, true), (finish.Status.Code, finish.Error.NonRetryable));
        Assert.Contains("--ticketing", finish.Status.Message, StringComparison.Ordinal);
        await service.EndAsync();
    }
}
