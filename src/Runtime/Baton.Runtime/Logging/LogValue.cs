using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Baton.Logging;

/// <summary>The value of a field: prepared when it is logged, written when it is formatted.</summary>
static class LogValue
{
    const int MaxElements = 100;

    /// <summary>Makes plain data of it, without secrets: null, text, a boolean, a number, a list, or named values.</summary>
    public static object? Prepare(object? value, SecretRedactor redactor) => value switch
    {
        null or bool or int or long or double => value,
        byte or sbyte or short or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        float single => (double)single,
        string text => redactor.Redact(text),
        TimeSpan duration => duration.TotalSeconds,
        Exception exception => redactor.Redact(exception.Message),
        DateTimeOffset time => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        IReadOnlyCollection<KeyValuePair<string, long>> named =>
            named.Take(MaxElements).Select(static n => KeyValuePair.Create(n.Key, (object?)n.Value)).ToArray(),
        IReadOnlyCollection<KeyValuePair<string, object?>> named =>
            named.Take(MaxElements).Select(n => KeyValuePair.Create(n.Key, Prepare(n.Value, redactor))).ToArray(),
        IEnumerable elements => elements.Cast<object?>().Take(MaxElements).Select(e => Prepare(e, redactor)).ToArray(),
        IFormattable formattable => redactor.Redact(formattable.ToString(null, CultureInfo.InvariantCulture)),
        _ => redactor.Redact(value.ToString() ?? ""),
    };

    public static void Write(Utf8JsonWriter json, object? prepared)
    {
        switch (prepared)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool value:
                json.WriteBooleanValue(value);
                break;
            case int value:
                json.WriteNumberValue(value);
                break;
            case long value:
                json.WriteNumberValue(value);
                break;
            case double value when double.IsFinite(value):
                json.WriteNumberValue(value);
                break;
            case double value:
                json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
                break;
            case string value:
                json.WriteStringValue(value);
                break;
            case KeyValuePair<string, object?>[] named:
                json.WriteStartObject();
                foreach (var (name, value) in named)
                {
                    json.WritePropertyName(name);
                    Write(json, value);
                }
                json.WriteEndObject();
                break;
            case object?[] elements:
                json.WriteStartArray();
                foreach (var element in elements)
                    Write(json, element);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"Not a prepared value: {prepared.GetType()}", nameof(prepared));
        }
    }
}
