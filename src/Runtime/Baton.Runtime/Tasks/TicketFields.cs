using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;
using Case = Baton.Protocol.Connector.V2.TicketCustomField.ValueOneofCase;

namespace Baton.Tasks;

/// <summary>Fields of tickets, between the protocol and what authors see.</summary>
static class TicketFields
{
    internal static TicketCustomField ToMessage(TicketField field)
    {
        var message = new TicketCustomField { Id = field.Id, DisplayName = field.DisplayName, Required = field.Required, Annotations = { field.Annotations.ToAnys() } };
        switch (field.Kind)
        {
            case TicketFieldKind.Text:
                message.StringValue = new() { Value = Text(field.Value), DefaultValue = Text(field.Default) };
                break;
            case TicketFieldKind.Texts:
                message.StringValues = new() { Values = { Texts(field.Value) }, DefaultValues = { Texts(field.Default) } };
                break;
            case TicketFieldKind.Flag:
                message.BoolValue = new() { Value = (field.Value ?? field.Default) is true };
                break;
            case TicketFieldKind.Number:
                message.NumberValue = new() { Value = Number(field.Value), DefaultValue = Number(field.Default) };
                break;
            case TicketFieldKind.Time:
                message.TimestampValue = new() { Value = Time(field.Value), DefaultValue = Time(field.Default) };
                break;
            case TicketFieldKind.Choice:
                message.PickStringValue = new() { Value = Text(field.Value), AllowedValues = { field.AllowedTexts }, DefaultValue = Text(field.Default) };
                break;
            case TicketFieldKind.Choices:
                message.PickMultipleStringValues = new()
                {
                    Values = { Texts(field.Value) }, AllowedValues = { field.AllowedTexts }, DefaultValues = { Texts(field.Default) },
                };
                break;
            case TicketFieldKind.Option:
                message.PickObjectValue = new()
                {
                    Value = Option(field.Value), AllowedValues = { field.AllowedOptions.Select(Option) }, DefaultValue = Option(field.Default),
                };
                break;
            default:
                message.PickMultipleObjectValues = new()
                {
                    Values = { Options(field.Value) }, AllowedValues = { field.AllowedOptions.Select(Option) }, DefaultValues = { Options(field.Default) },
                };
                break;
        }
        return message;
    }

    /// <returns>Null for a field without a kind.</returns>
    internal static TicketField? FromMessage(TicketCustomField message) => message.ValueCase switch
    {
        Case.StringValue => TicketField.Text(message.Id, message.DisplayName)
            .With(message, Text(message.StringValue.Value), Text(message.StringValue.DefaultValue)),
        Case.StringValues => TicketField.Texts(message.Id, message.DisplayName)
            .With(message, List(message.StringValues.Values), List(message.StringValues.DefaultValues)),
        Case.BoolValue => TicketField.Flag(message.Id, message.DisplayName).With(message, message.BoolValue.Value, null),
        Case.NumberValue => TicketField.Number(message.Id, message.DisplayName)
            .With(message, message.NumberValue.Value, message.NumberValue.DefaultValue),
        Case.TimestampValue => TicketField.Time(message.Id, message.DisplayName)
            .With(message, message.TimestampValue.Value?.ToDateTimeOffset(), message.TimestampValue.DefaultValue?.ToDateTimeOffset()),
        Case.PickStringValue => TicketField.Choice(message.Id, message.DisplayName, [.. message.PickStringValue.AllowedValues])
            .With(message, Text(message.PickStringValue.Value), Text(message.PickStringValue.DefaultValue)),
        Case.PickMultipleStringValues => TicketField.Choices(message.Id, message.DisplayName, [.. message.PickMultipleStringValues.AllowedValues])
            .With(message, List(message.PickMultipleStringValues.Values), List(message.PickMultipleStringValues.DefaultValues)),
        Case.PickObjectValue => TicketField.Option(message.Id, message.DisplayName, [.. message.PickObjectValue.AllowedValues.Select(From)])
            .With(message, Chosen(message.PickObjectValue.Value), Chosen(message.PickObjectValue.DefaultValue)),
        Case.PickMultipleObjectValues => TicketField.Options(message.Id, message.DisplayName, [.. message.PickMultipleObjectValues.AllowedValues.Select(From)])
            .With(message, List(message.PickMultipleObjectValues.Values.Select(From)), List(message.PickMultipleObjectValues.DefaultValues.Select(From))),
        _ => null,
    };

    static TicketField With(this TicketField field, TicketCustomField message, object? value, object? fallback) =>
        field with { Required = message.Required, Value = value, Default = fallback, Annotations = message.Annotations.ToAnnotations() };

    // The protocol has no texts that are not there, only empty ones.
    static string? Text(string text) => text.Length == 0 ? null : text;

    static string Text(object? value) => value as string ?? "";

    static IEnumerable<string> Texts(object? value) => value as IEnumerable<string> ?? [];

    static float? Number(object? value) => value switch { float number => number, double number => (float)number, int number => number, _ => null };

    static Timestamp? Time(object? value) => (value as DateTimeOffset?)?.ToTimestamp();

    static List<T>? List<T>(IEnumerable<T> values) => values.ToList() is { Count: > 0 } list ? list : null;

    static IEnumerable<TicketCustomFieldObjectValue> Options(object? value) => (value as IEnumerable<TicketOption> ?? []).Select(Option);

    static TicketCustomFieldObjectValue? Option(object? value) => value is TicketOption option ? Option(option) : null;

    static TicketCustomFieldObjectValue Option(TicketOption option) => new() { Id = option.Id, DisplayName = option.DisplayName };

    static TicketOption? Chosen(TicketCustomFieldObjectValue? value) => value is null ? null : From(value);

    static TicketOption From(TicketCustomFieldObjectValue value) => new(value.Id, value.DisplayName);
}
