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

    /// <summary>The answer.</summary>
    public ValueMap ToValueMap() => new(_values);

    FormWriter Put(string name, object? value)
    {
        _values[name] = value;
        return this;
    }

    static ValueMap? Map(ResourceKey? key) => key is null ? null : new([new("resource_type_id", key.Type), new("resource_id", key.Id)]);
}
