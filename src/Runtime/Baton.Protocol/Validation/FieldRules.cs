using Google.Protobuf.Reflection;

namespace Baton.Protocol.Validation;

/// <summary>One condition on a value.</summary>
/// <param name="Text">The rule as the table writes it.</param>
/// <param name="Requirement">What must be true, as the end of a sentence about the field.</param>
/// <param name="Holds">Tells whether it is true.</param>
readonly record struct ValueRule(string Text, string Requirement, Func<object, bool> Holds);

/// <summary>The rules of one field, parsed from a line such as <c>repeated.min_items=1; repeated.items.string.max_len=256</c>.</summary>
sealed class FieldRules
{
    readonly List<ValueRule> _whole = [];
    readonly List<ValueRule> _items = [];
    readonly List<ValueRule> _keys = [];

    public FieldRules(FieldDescriptor descriptor, string text)
    {
        Descriptor = descriptor;
        Descends = MessageOf(descriptor) is { } type && !type.File.Package.StartsWith("google.protobuf", StringComparison.Ordinal);
        foreach (var rule in text.Split("; ", StringSplitOptions.RemoveEmptyEntries))
            Add(rule);
    }

    public FieldDescriptor Descriptor { get; }

    /// <summary>Whether the field holds messages that may have rules of their own.</summary>
    public bool Descends { get; }

    public bool Required { get; private set; }

    /// <summary>An empty text or a zero is valid whatever the other rules say.</summary>
    public bool IgnoreEmpty { get; private set; }

    /// <summary>Rules of the value; of a list or map as a whole.</summary>
    public IReadOnlyList<ValueRule> Whole => _whole;

    /// <summary>Rules of each item of a list, or each value of a map.</summary>
    public IReadOnlyList<ValueRule> Items => _items;

    /// <summary>Rules of each key of a map.</summary>
    public IReadOnlyList<ValueRule> Keys => _keys;

    void Add(string rule)
    {
        var (name, argument) = Split(rule);
        if (name == "message.required")
            Required = argument == "true";
        else if (name is "string.ignore_empty" or "uint32.ignore_empty")
            IgnoreEmpty = argument == "true";
        else if (Within("repeated.items.", name) is { } ofItem)
            _items.Add(ValueRules.Create(rule, ofItem, argument, Descriptor));
        else if (Within("map.values.", name) is { } ofValue)
            _items.Add(ValueRules.Create(rule, ofValue, argument, Descriptor));
        else if (Within("map.keys.", name) is { } ofKey)
            _keys.Add(ValueRules.Create(rule, ofKey, argument, Descriptor));
        else
            _whole.Add(ValueRules.Create(rule, name, argument, Descriptor));
    }

    // Only the first sign separates: a pattern may contain others.
    static (string Name, string Argument) Split(string rule)
    {
        var sign = rule.IndexOf('=', StringComparison.Ordinal);
        return (rule[..sign], rule[(sign + 1)..]);
    }

    static string? Within(string prefix, string name) =>
        name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : null;

    static MessageDescriptor? MessageOf(FieldDescriptor field)
    {
        if (field.FieldType != FieldType.Message)
            return null;
        var value = field.IsMap ? field.MessageType.FindFieldByNumber(2) : field;
        return value.FieldType == FieldType.Message ? value.MessageType : null;
    }
}
