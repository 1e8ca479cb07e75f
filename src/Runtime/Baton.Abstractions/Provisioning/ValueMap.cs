using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Baton;

/// <summary>
/// Named values that C1 sent or receives: the profile of a new account, the arguments or the result of an action. A value is null, a
/// <see cref="string"/>, a <see cref="double"/>, a <see cref="bool"/>, a list of values, or a <see cref="ValueMap"/>.
/// </summary>
public sealed class ValueMap : IReadOnlyDictionary<string, object?>
{
    readonly Dictionary<string, object?> _values;

    /// <summary>Takes a copy.</summary>
    /// <param name="values">The values by name.</param>
    public ValueMap(IEnumerable<KeyValuePair<string, object?>> values) => _values = new(values, StringComparer.Ordinal);

    /// <summary>No values.</summary>
    public static ValueMap Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _values.Keys;

    /// <inheritdoc/>
    public IEnumerable<object?> Values => _values.Values;

    /// <inheritdoc/>
    public object? this[string key] => _values[key];

    /// <summary>A value as text; null when there is none, or it is no text.</summary>
    public string? Text(string key) => Find(key) as string;

    /// <summary>A value as a number; null when there is none, or it is no number.</summary>
    public double? Number(string key) => Find(key) as double?;

    /// <summary>A value as a truth value; null when there is none, or it is none.</summary>
    public bool? Flag(string key) => Find(key) as bool?;

    /// <summary>The texts of a list; empty when there is none.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) is IReadOnlyList<object?> list ? [.. list.OfType<string>()] : [];

    /// <summary>Values inside a value; empty when there are none.</summary>
    public ValueMap Map(string key) => Find(key) as ValueMap ?? Empty;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    object? Find(string key) => _values.GetValueOrDefault(key);
}
