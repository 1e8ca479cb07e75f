namespace Baton;

/// <summary>
/// Named values that C1 sent or receives: the profile of a new account, the arguments or the result of an action. A value is null, a
/// <see cref="string"/>, a <see cref="double"/>, a <see cref="bool"/>, a list of values, or a <see cref="ValueMap"/>.
/// </summary>
/// <param name="values">The values by name; copied.</param>
public sealed class ValueMap(IEnumerable<KeyValuePair<string, object?>> values)
{
    /// <summary>No values.</summary>
    public static ValueMap Empty { get; } = new([]);

    /// <summary>All values by name.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; } = new Dictionary<string, object?>(values, StringComparer.Ordinal);

    /// <summary>A value; null when there is none.</summary>
    public object? this[string name] => Values.GetValueOrDefault(name);

    /// <summary>A value as text; null when there is none, or it is no text.</summary>
    public string? Text(string name) => this[name] as string;

    /// <summary>A value as a number; null when there is none, or it is no number.</summary>
    public double? Number(string name) => this[name] as double?;

    /// <summary>A value as a truth value; null when there is none, or it is none.</summary>
    public bool? Flag(string name) => this[name] as bool?;

    /// <summary>The texts of a list; empty when there is none.</summary>
    public IReadOnlyList<string> Texts(string name) => this[name] is IEnumerable<object?> list ? [.. list.OfType<string>()] : [];

    /// <summary>Values inside a value; empty when there are none.</summary>
    public ValueMap Map(string name) => this[name] as ValueMap ?? Empty;
}
