using System.Text.Json;

namespace BatonScim.Scim;

/// <summary>One value of an attribute that can have several: a role, an entitlement, an address, a member.</summary>
/// <param name="Value">The value itself.</param>
/// <param name="Display">Its name for people.</param>
/// <param name="Type">What kind it is.</param>
/// <param name="Reference">The address of what it stands for.</param>
sealed record ScimValue(string Value, string? Display, string? Type, string? Reference, bool Primary)
{
    /// <summary>The values of an attribute; those without a value are left out. Some servers send plain texts.</summary>
    public static IReadOnlyList<ScimValue> Read(JsonElement resource, string attribute) =>
    [
        .. resource.Values(attribute)
            .Select(static v => v.ValueKind == JsonValueKind.Object
                ? new ScimValue(v.Text("value") ?? "", v.Text("display"), v.Text("type"), v.Text("$ref"), v.Truth("primary") is true)
                : new ScimValue(Json.Text(v) ?? "", null, null, null, false))
            .Where(static v => v.Value.Length > 0)
            .DistinctBy(static v => v.Value),
    ];
}
