using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatonScim.Provisioning;

/// <summary>Bodies of PATCH (RFC 7644, 3.5.2).</summary>
static class Patch
{
    /// <summary>Adds a value to an attribute that can have several.</summary>
    public static JsonObject Add(string attribute, string value, string? type) => Operation("add", attribute, new JsonArray(Value(value, type)));

    /// <summary>One of the values, with its kind where that must be said.</summary>
    public static JsonObject Value(string value, string? type) => type is null ? new() { ["value"] = value } : new() { ["value"] = value, ["type"] = type };

    /// <summary>Removes a value from an attribute that can have several.</summary>
    public static JsonObject Remove(string attribute, string value) => Operation("remove", $"{attribute}[value eq {Quote(value)}]", null);

    /// <summary>Sets an attribute that has one value.</summary>
    public static JsonObject Replace(string attribute, JsonNode value) => Operation("replace", attribute, value);

    /// <summary>A text in a filter: as JSON has it, with no more escapes than it needs.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    static JsonObject Operation(string name, string path, JsonNode? value)
    {
        var operation = new JsonObject { ["op"] = name, ["path"] = path };
        if (value is not null)
            operation["value"] = value;
        return new() { ["schemas"] = new JsonArray("urn:ietf:params:scim:api:messages:2.0:PatchOp"), ["Operations"] = new JsonArray(operation) };
    }
}
