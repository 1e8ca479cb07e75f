namespace Baton.Generators.Baseline;

/// <summary>A value in a JSON document, and where it stands.</summary>
/// <param name="Start">Position of its first character.</param>
/// <param name="Text">Text, number or word; null for objects and arrays.</param>
/// <param name="Members">What an object holds; else null.</param>
/// <param name="Items">What an array holds; else null.</param>
sealed record JsonValue(int Start, string? Text, IReadOnlyList<KeyValuePair<string, JsonValue>>? Members, IReadOnlyList<JsonValue>? Items)
{
    /// <summary>Whether <see cref="Text"/> stood in quotation marks.</summary>
    public bool IsText { get; init; }

    /// <summary>The member of an object; the last one when there are several.</summary>
    public JsonValue? this[string name] => Members?.LastOrDefault(member => member.Key == name).Value;
}

/// <summary>What is wrong with a document, and where.</summary>
sealed class JsonFault(int at, string reason) : Exception(reason)
{
    public int At => at;
}
