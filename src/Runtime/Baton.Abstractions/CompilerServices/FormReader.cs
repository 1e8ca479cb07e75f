using System.ComponentModel;
using System.Globalization;

namespace Baton.CompilerServices;

/// <summary>Reads what was entered in a form, for generated code.</summary>
/// <param name="values">What was entered.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormReader(ValueMap values)
{
    // Where doubles stop to tell whole numbers apart.
    const double LargestExact = 9007199254740992;

    /// <summary>Whether there is a value that is not null.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text.</summary>
    public string Text(string name) => Find(name) switch
    {
        string text => text,
        null => throw Missing(name),
        _ => throw Wrong(name, "a text"),
    };

    /// <summary>A whole number.</summary>
    public long Integer(string name) => Find(name) switch
    {
        double number when number == Math.Truncate(number) && Math.Abs(number) <= LargestExact => (long)number,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        null => throw Missing(name),
        _ => throw Wrong(name, "a whole number"),
    };

    /// <summary>A whole number of 32 bits.</summary>
    public int Int32(string name) => Integer(name) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw Wrong(name, "a whole number of 32 bits");

    /// <summary>A truth value.</summary>
    public bool Truth(string name) => Find(name) switch
    {
        bool truth => truth,
        null => throw Missing(name),
        _ => throw Wrong(name, "true or false"),
    };

    /// <summary>Several texts.</summary>
    public IReadOnlyList<string> TextList(string name) =>
        [.. List(name).Select(item => item as string ?? throw Wrong(name, "a list of texts"))];

    /// <summary>Texts by name.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string name) => Find(name) switch
    {
        ValueMap map => map.Values.ToDictionary(static p => p.Key, p => p.Value as string ?? throw Wrong(name, "texts by name"), StringComparer.Ordinal),
        null => throw Missing(name),
        _ => throw Wrong(name, "texts by name"),
    };

    /// <summary>A resource, of one of the types if any are named.</summary>
    public ResourceKey Resource(string name, params ResourceTypeDefinition[] types) => Key(name, Find(name) ?? throw Missing(name), types);

    /// <summary>Several resources, of one of the types if any are named.</summary>
    public IReadOnlyList<ResourceKey> ResourceList(string name, params ResourceTypeDefinition[] types) =>
        [.. List(name).Select(item => Key(name, item, types))];

    /// <summary>A whole resource.</summary>
    public ActionResource WholeResource(string name) => ActionValues.ToResource(Find(name) ?? throw Missing(name)) ?? throw Wrong(name, "a resource with its resourceId");

    /// <summary>Several whole resources.</summary>
    public IReadOnlyList<ActionResource> WholeResourceList(string name) =>
        [.. List(name).Select(item => ActionValues.ToResource(item) ?? throw Wrong(name, "a list of resources, each with its resourceId"))];

    /// <summary>Several entitlements.</summary>
    public IReadOnlyList<ActionEntitlement> EntitlementList(string name) =>
        [.. List(name).Select(item => ActionValues.ToEntitlement(item) ?? throw Wrong(name, "a list of entitlements, each with its id"))];

    /// <summary>Several grants.</summary>
    public IReadOnlyList<ActionGrant> GrantList(string name) =>
        [.. List(name).Select(item => ActionValues.ToGrant(item) ?? throw Wrong(name, "a list of grants, each with entitlement and principal"))];

    /// <summary>The failure for a value that is none of those allowed.</summary>
    public static ConnectorException NotAllowed(string name, IEnumerable<string> allowed) =>
        new(ErrorCode.InvalidArgument, $"\"{name}\" must be one of: {string.Join(", ", allowed)}.");

    IEnumerable<object?> List(string name) => Find(name) switch
    {
        IEnumerable<object?> list => list,
        null => throw Missing(name),
        _ => throw Wrong(name, "a list"),
    };

    // C1 sends a struct; a person at a command line is glad of "type:id".
    static ResourceKey Key(string name, object? value, IReadOnlyList<ResourceTypeDefinition> types)
    {
        var key = value switch
        {
            ValueMap map when map.Text("resource_type_id") is { Length: > 0 } type && map.Text("resource_id") is { Length: > 0 } id => new ResourceKey(type, id),
            string text when text.Split(':', 2) is [{ Length: > 0 } type, { Length: > 0 } id] => new ResourceKey(type, id),
            _ => throw Wrong(name, "a resource: {\"resource_type_id\": …, \"resource_id\": …}"),
        };
        return types.Count == 0 || types.Any(type => type.Id == key.Type)
            ? key
            : throw Wrong(name, $"a resource of type {string.Join(" or ", types.Select(static type => type.Id))}");
    }

    object? Find(string name) => values[name];

    static ConnectorException Missing(string name) => new(ErrorCode.InvalidArgument, $"\"{name}\" is required, and there is no value for it.");

    // The value itself may be a secret.
    static ConnectorException Wrong(string name, string wanted) => new(ErrorCode.InvalidArgument, $"The value of \"{name}\" is not {wanted}.");
}
