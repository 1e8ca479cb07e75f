using System.Globalization;
using System.Text.Json;

namespace BatonScim.Scim;

/// <summary>
/// Reads what servers send, not only what they should: names of attributes in any case, as the standard has it, truth values and numbers as
/// texts, and texts as numbers.
/// </summary>
static class Json
{
    /// <summary>An attribute; null when it is absent or null.</summary>
    public static JsonElement? Get(this JsonElement resource, string name)
    {
        if (resource.ValueKind != JsonValueKind.Object)
            return null;
        if (!resource.TryGetProperty(name, out var value))
            value = resource.EnumerateObject().FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : value;
    }

    /// <summary>A simple attribute as text; null when it is absent or empty.</summary>
    public static string? Text(this JsonElement resource, string name) => resource.Get(name) is { } value ? Text(value) : null;

    /// <summary>A simple value as text; null when it is empty or not simple.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>A truth value; null when it is absent or none.</summary>
    public static bool? Truth(this JsonElement resource, string name) => bool.TryParse(resource.Text(name), out var truth) ? truth : null;

    /// <summary>A whole number; null when it is absent or none.</summary>
    public static long? Number(this JsonElement resource, string name) =>
        double.TryParse(resource.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < long.MaxValue
            ? (long)number : null;

    /// <summary>A time; null when it is absent or none.</summary>
    public static DateTimeOffset? Time(this JsonElement resource, string name) =>
        DateTimeOffset.TryParse(resource.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime() : null;

    /// <summary>The values of an attribute that can have several; a single one may stand without a list.</summary>
    public static IEnumerable<JsonElement> Values(this JsonElement resource, string name) => resource.Get(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { } single => [single],
    };
}
