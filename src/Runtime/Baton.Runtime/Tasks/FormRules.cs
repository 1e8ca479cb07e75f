using Baton.CompilerServices;
using Baton.Config;

namespace Baton.Tasks;

/// <summary>Holds what was entered in a form against the rules of its fields. What is missing, or of a wrong kind, whoever reads the value says.</summary>
static class FormRules
{
    /// <exception cref="ConnectorException"><see cref="ErrorCode.InvalidArgument"/>: a value breaks its rules. The value is not part of it.</exception>
    internal static void Check(IEnumerable<FormFieldDefinition> fields, ValueMap values)
    {
        foreach (var field in fields)
        {
            if (!ReferenceEquals(field.Rules, ConfigFieldRules.None) && values[field.Name] is { } value && Broken(field.Rules, value) is { } broken)
                throw new ConnectorException(ErrorCode.InvalidArgument, $"field {field.Name}: {broken}");
        }
    }

    static string? Broken(ConfigFieldRules rules, object value) => value switch
    {
        "" or 0d when !rules.ValidateEmpty => null,
        string text => TextRules.Broken(rules, text),
        double number when number == Math.Truncate(number) => NumberRules.Broken(rules, (long)number),
        bool truth => rules.Equal is { } only && truth != (only == "true") ? $"expected {only}" : null,
        IEnumerable<object?> list => Items(rules, [.. list]),
        _ => null,
    };

    static string? Items(ConfigFieldRules rules, IReadOnlyList<object?> items)
    {
        if (items.Count == 0 && !rules.ValidateEmpty)
            return null;
        var keys = items.Select(Key).ToList();
        return rules.MinItems is { } least && items.Count < least ? $"value must have at least {least} items but got {items.Count}"
            : rules.MaxItems is { } most && items.Count > most ? $"value must have at most {most} items but got {items.Count}"
            : rules.Unique && keys.Distinct(StringComparer.Ordinal).Count() < keys.Count ? "value must not contain duplicate items"
            : items.Select((item, index) => item is string { Length: > 0 } text && TextRules.Broken(rules, text) is { } broken ? $"invalid item at {index}: {broken}" : null)
                .FirstOrDefault(static problem => problem is not null);
    }

    // A resource is a struct, in full or its id alone, or written as type:id; entitlements and grants have an id of their own.
    static string Key(object? item) => item switch
    {
        ValueMap map when map["resourceId"] is ValueMap id => $"{id.Text("resourceTypeId")}:{id.Text("resourceId")}",
        ValueMap map => map.Text("id") ?? $"{map.Text("resource_type_id")}:{map.Text("resource_id")}",
        _ => item as string ?? "",
    };
}
