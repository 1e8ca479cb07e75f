using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>Collects the answer of an action, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormWriter
{
    readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>Adds a text.</summary>
    public FormWriter Add(string name, string? value) => Put(name, value);

    /// <summary>Adds a truth value.</summary>
    public FormWriter Add(string name, bool? value) => Put(name, value);

    /// <summary>Adds a whole number.</summary>
    public FormWriter Add(string name, long? value) => Put(name, (double?)value);

    /// <summary>Adds several texts.</summary>
    public FormWriter Add(string name, IReadOnlyList<string>? values) => Put(name, values?.ToList<object?>());

    /// <summary>Adds texts by name.</summary>
    public FormWriter Add(string name, IReadOnlyDictionary<string, string>? values) =>
        Put(name, values is null ? null : new ValueMap(values.Select(static pair => KeyValuePair.Create(pair.Key, (object?)pair.Value))));

    /// <summary>Adds a resource.</summary>
    public FormWriter Add(string name, ResourceKey? value) => Put(name, Map(value));

    /// <summary>Adds several resources.</summary>
    public FormWriter Add(string name, IReadOnlyList<ResourceKey>? values) => Put(name, values?.Select(Map).ToList<object?>());

    /// <summary>Adds a whole resource.</summary>
    public FormWriter Add(string name, ActionResource? value) => Put(name, value is null ? null : ActionValues.Of(value));

    /// <summary>Adds several whole resources.</summary>
    public FormWriter Add(string name, IReadOnlyList<ActionResource>? values) => Put(name, values?.Select(ActionValues.Of).ToList<object?>());

    /// <summary>Adds several entitlements.</summary>
    public FormWriter Add(string name, IReadOnlyList<ActionEntitlement>? values) => Put(name, values?.Select(ActionValues.Of).ToList<object?>());

    /// <summary>Adds several grants.</summary>
    public FormWriter Add(string name, IReadOnlyList<ActionGrant>? values) => Put(name, values?.Select(ActionValues.Of).ToList<object?>());

    /// <summary>The answer.</summary>
    public ValueMap ToValueMap() => new(_values);

    FormWriter Put(string name, object? value)
    {
        _values[name] = value;
        return this;
    }

    static ValueMap? Map(ResourceKey? key) => key is null ? null : new([new("resource_type_id", key.Type), new("resource_id", key.Id)]);
}
