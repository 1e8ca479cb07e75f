using Baton.CompilerServices;

namespace Baton.Tasks;

/// <summary>The values of fields that are marked as secret.</summary>
static class SecretValues
{
    internal static IEnumerable<string> Of(IEnumerable<FormFieldDefinition> fields, ValueMap values) => fields
        .Where(static field => field.Secret)
        .SelectMany(field => TextsOf(values[field.Name]));

    static IEnumerable<string> TextsOf(object? value) => value switch
    {
        string text => [text],
        ValueMap map => map.Values.Values.SelectMany(TextsOf),
        IEnumerable<object?> list => list.SelectMany(TextsOf),
        _ => [],
    };
}
