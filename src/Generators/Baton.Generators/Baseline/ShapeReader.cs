using Baton.Generators.Helpers;
using Baton.Generators.Models;

namespace Baton.Generators.Baseline;

/// <summary>Reads <c>connector.shape.json</c>. Members that it does not know are those of a later version, and not its business.</summary>
static class ShapeReader
{
    /// <exception cref="JsonFault">The text is no JSON, or not that of a shape.</exception>
    public static ShapeModel Read(string text)
    {
        var root = JsonReader.Read(text);
        if (root.Members is null)
            throw new JsonFault(root.Start, "it has to be an object");
        return new(
            Text(root, "connector") ?? "",
            Texts(root, "capabilities"),
            new([.. Objects(root, "resourceTypes").Select(static member => Type(member.Key, member.Value))]),
            new([.. Objects(root, "settings").Select(static member => Setting(member.Key, member.Value))]));
    }

    static ShapeTypeModel Type(string id, JsonValue value) => new(
        id, Text(value, "idRule"), Truth(value, "atRoot"), Texts(value, "parents"), Texts(value, "traits"), Texts(value, "entitlements"), Texts(value, "capabilities"));

    static ShapeSettingModel Setting(string name, JsonValue value) => new(name, Text(value, "type") ?? "", Truth(value, "required"));

    static IEnumerable<KeyValuePair<string, JsonValue>> Objects(JsonValue owner, string name)
    {
        if (owner[name] is not { } value)
            yield break;
        foreach (var member in value.Members ?? throw new JsonFault(value.Start, $"'{name}' has to be an object"))
        {
            yield return member.Value.Members is not null
                ? member
                : throw new JsonFault(member.Value.Start, $"'{member.Key}' in '{name}' has to be an object");
        }
    }

    static string? Text(JsonValue owner, string name) => owner[name] switch
    {
        null => null,
        { IsText: true, Text: var text } => text,
        var other => throw new JsonFault(other.Start, $"'{name}' has to be a text"),
    };

    static bool Truth(JsonValue owner, string name) => owner[name] switch
    {
        null => false,
        { IsText: false, Text: "true" or "false" } word => word.Text == "true",
        var other => throw new JsonFault(other.Start, $"'{name}' has to be true or false"),
    };

    static EquatableArray<string> Texts(JsonValue owner, string name)
    {
        if (owner[name] is not { } value)
            return EquatableArray<string>.Empty;
        var items = value.Items ?? throw new JsonFault(value.Start, $"'{name}' has to be an array");
        return new([.. items.Select(item => item is { IsText: true, Text: { } text } ? text : throw new JsonFault(item.Start, $"'{name}' has to hold texts"))]);
    }
}
