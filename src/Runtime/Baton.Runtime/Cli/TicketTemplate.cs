using System.Globalization;
using System.Text.Json;

namespace Baton.Cli;

/// <summary>A ticket as a file describes it: <c>schema_id, status_id, display_name, description, labels, custom_fields, requested_for_id</c>.</summary>
sealed class TicketTemplate(JsonElement template)
{
    /// <summary>A text of the template; empty when there is none.</summary>
    internal string Text(string name) => template.ValueKind != JsonValueKind.Object ? throw new UsageException("a ticket template is no JSON object")
        : template.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!
        : "";

    internal NewTicket ToTicket(TicketSchema schema) => new(Text("display_name"))
    {
        Description = Text("description"),
        Status = Text("status_id") is { Length: > 0 } status ? schema.Statuses.FirstOrDefault(known => known.Id == status) ?? new(status, status) : null,
        Labels = template.TryGetProperty("labels", out var labels) ? Texts("labels", labels) : [],
        Fields = template.TryGetProperty("custom_fields", out var fields) && fields.ValueKind == JsonValueKind.Object
            ? fields.EnumerateObject().ToDictionary(static field => field.Name, field => Field(schema, field.Name, field.Value), StringComparer.Ordinal)
            : [],
        RequestedFor = Text("requested_for_id") is { Length: > 0 } id ? new("User", id) : null,
    };

    static TicketField Field(TicketSchema schema, string id, JsonElement value)
    {
        var field = schema.Fields.FirstOrDefault(known => known.Id == id) ?? throw new UsageException(
            $"custom field \"{id}\" is not in ticket schema \"{schema.Id}\", which has: {string.Join(", ", schema.Fields.Select(static known => known.Id))}");
        return field with { Value = Value(field, value) };
    }

    static object Value(TicketField field, JsonElement value) => field.Kind switch
    {
        TicketFieldKind.Flag when value.ValueKind is JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        TicketFieldKind.Number when value.ValueKind == JsonValueKind.Number => value.GetSingle(),
        TicketFieldKind.Time when value.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(
            value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
        TicketFieldKind.Text or TicketFieldKind.Choice when value.ValueKind == JsonValueKind.String => value.GetString()!,
        TicketFieldKind.Texts or TicketFieldKind.Choices => Texts(field.Id, value),
        TicketFieldKind.Option when value.ValueKind == JsonValueKind.String => Option(field, value.GetString()!),
        TicketFieldKind.Options => Texts(field.Id, value).Select(id => Option(field, id)).ToList(),
        _ => throw Wrong(field.Id, field.Kind.ToString()),
    };

    // An unknown one is refused together with the other choices.
    static TicketOption Option(TicketField field, string id) => field.AllowedOptions.FirstOrDefault(option => option.Id == id) ?? new(id, id);

    static List<string> Texts(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(static item => item.GetString()!)]
            : throw Wrong(name, "list of texts");

    static UsageException Wrong(string name, string wanted) => new($"\"{name}\" of the ticket template is no {wanted}");
}
