namespace Baton.CompilerServices;

/// <summary>Resources, entitlements and grants as values of a form: the messages of <c>c1.config.v1</c> in their JSON form.</summary>
static class ActionValues
{
    const string PurposePrefix = "PURPOSE_VALUE_";

    public static ValueMap Of(ActionResource resource) => Map(
        ("resourceId", Of(resource.Key)),
        ("parentResourceId", resource.Key.Parent is { } parent ? Of(parent) : null),
        ("displayName", resource.DisplayName),
        ("description", resource.Description));

    public static ValueMap Of(ActionEntitlement entitlement) => Map(
        ("id", entitlement.Id),
        ("displayName", entitlement.DisplayName),
        ("description", entitlement.Description),
        ("slug", entitlement.Slug),
        ("purpose", PurposePrefix + (Enum.IsDefined(entitlement.Purpose) ? entitlement.Purpose : Purpose.Unspecified).ToString().ToUpperInvariant()),
        ("grantableToResourceTypeIds", entitlement.GrantableTo.Count == 0 ? null : entitlement.GrantableTo.ToList<object?>()),
        ("resourceId", entitlement.Resource.Id),
        ("resourceTypeId", entitlement.Resource.Type));

    public static ValueMap Of(ActionGrant grant) => Map(
        ("id", grant.Id),
        ("entitlement", Map(("id", grant.EntitlementId))),
        ("principal", Of(grant.Principal)));

    /// <returns>Null when it is no resource.</returns>
    public static ActionResource? ToResource(object? value) => value is ValueMap map && ToKey(Find(map, "resourceId", "resource_id")) is { } key
        ? new(key with { Parent = ToKey(Find(map, "parentResourceId", "parent_resource_id")) })
        {
            DisplayName = Text(map, "displayName", "display_name"),
            Description = map.Text("description") ?? "",
        }
        : null;

    /// <returns>Null when it is no entitlement.</returns>
    public static ActionEntitlement? ToEntitlement(object? value)
    {
        if (value is not ValueMap map || map.Text("id") is not { Length: > 0 } id)
            return null;
        var resource = new ResourceKey(Text(map, "resourceTypeId", "resource_type_id"), Text(map, "resourceId", "resource_id"));
        return new(resource, map.Text("slug") ?? "")
        {
            Id = id,
            DisplayName = Text(map, "displayName", "display_name"),
            Description = map.Text("description") ?? "",
            Purpose = ToPurpose(map.Text("purpose")),
            GrantableTo = map.Texts(map["grantableToResourceTypeIds"] is null ? "grantable_to_resource_type_ids" : "grantableToResourceTypeIds"),
        };
    }

    /// <returns>Null when it is no grant.</returns>
    public static ActionGrant? ToGrant(object? value) =>
        value is ValueMap map && map.Map("entitlement").Text("id") is { Length: > 0 } entitlement && ToResource(map["principal"]) is { } principal
            ? map.Text("id") is { Length: > 0 } id ? new(entitlement, principal) { Id = id } : new(entitlement, principal)
            : null;

    static ValueMap Of(ResourceKey key) => Map(("resourceTypeId", key.Type), ("resourceId", key.Id));

    static ResourceKey? ToKey(object? value) => value is ValueMap map
        && Text(map, "resourceTypeId", "resource_type_id") is { Length: > 0 } type && Text(map, "resourceId", "resource_id") is { Length: > 0 } id
        ? new(type, id)
        : null;

    static Purpose ToPurpose(string? text) => text switch
    {
        PurposePrefix + "ASSIGNMENT" => Purpose.Assignment,
        PurposePrefix + "PERMISSION" => Purpose.Permission,
        PurposePrefix + "OWNERSHIP" => Purpose.Ownership,
        _ => Purpose.Unspecified,
    };

    // JSON of protobuf is read under both names of a field, and leaves out what is empty.
    static object? Find(ValueMap map, string name, string original) => map[name] ?? map[original];

    static string Text(ValueMap map, string name, string original) => Find(map, name, original) as string ?? "";

    static ValueMap Map(params (string Name, object? Value)[] values) => new(
        values.Where(static pair => pair.Value is not (null or "")).Select(static pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
