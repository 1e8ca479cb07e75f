using System.Text.Json;
using Baton.Config;
using Baton.Logging;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Tasks;
using Microsoft.Extensions.Logging;

namespace Baton.Cli;

/// <summary>Creates tickets from a template file.</summary>
sealed class OneShotTickets(TaskContext context, Settings settings, ILogger logger, string workingDirectory)
{
    internal async Task CreateAsync(CancellationToken stop)
    {
        using var file = await ReadAsync("ticket-template-path", stop).ConfigureAwait(false);
        var tickets = context.TicketSystem();
        var (ticket, schema) = await ParseAsync(tickets, file.RootElement, stop).ConfigureAwait(false);
        var created = await Calls.RunAsync("create ticket failed", () => tickets.CreateAsync(ticket, schema, stop), stop).ConfigureAwait(false);
        logger.Write(LogLevel.Information, "created ticket", ("ticket", ProtoJson.Format(TicketMessages.ToMessage(created))));
    }

    internal async Task CreateManyAsync(CancellationToken stop)
    {
        using var file = await ReadAsync("bulk-ticket-template-path", stop).ConfigureAwait(false);
        if (file.RootElement.ValueKind != JsonValueKind.Object || !file.RootElement.TryGetProperty("tickets", out var list) || list.ValueKind != JsonValueKind.Array)
            throw new UsageException("the file of --bulk-ticket-template-path has no list \"tickets\"");
        var tickets = context.TicketSystem();
        var drafts = new List<(NewTicket, TicketSchema)>();
        foreach (var template in list.EnumerateArray())
            drafts.Add(await ParseAsync(tickets, template, stop).ConfigureAwait(false));
        var results = await Calls.RunAsync("bulk create tickets failed", () => tickets.CreateManyAsync(drafts, stop), stop).ConfigureAwait(false);
        TicketInput.CheckCount(results.Count, drafts.Count);
        var answer = new TicketsServiceBulkCreateTicketsResponse { Tickets = { results.Select(TicketMessages.ToMessage) } };
        logger.Write(LogLevel.Information, "created tickets", ("response", ProtoJson.Format(answer)));
        if (results.FirstOrDefault(static result => result.Ticket is null) is { } failed)
            throw new ConnectorException(ErrorCode.Unknown, $"{results.Count(static r => r.Ticket is null)} of {results.Count} tickets were not created: {failed.Error}");
    }

    async Task<JsonDocument> ReadAsync(string flag, CancellationToken stop)
    {
        var path = Path.Combine(workingDirectory, settings.Text(flag));
        try
        {
            var stream = File.OpenRead(path);
            await using (stream.ConfigureAwait(false))
                return await JsonDocument.ParseAsync(stream, cancellationToken: stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"--{flag}: {path} cannot be read: {e.Message}");
        }
    }

    static async Task<(NewTicket Ticket, TicketSchema Schema)> ParseAsync(ITicketSystem tickets, JsonElement template, CancellationToken stop)
    {
        var read = new TicketTemplate(template);
        var id = read.Text("schema_id");
        var schema = await Calls.RunAsync("get ticket schema failed", () => tickets.SchemaAsync(id, stop), stop).ConfigureAwait(false)
            ?? throw ConnectorException.NotFound($"there is no ticket schema \"{id}\"");
        return (TicketRules.Fit(read.ToTicket(schema), schema), schema);
    }
}
