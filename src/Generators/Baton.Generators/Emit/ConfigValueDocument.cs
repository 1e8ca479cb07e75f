using System.Text;
using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The values of a setting in the <c>config</c> document: the default, the suggestion, and how its text comes about.</summary>
static class ConfigValueDocument
{
    public static void Write(JsonWriter json, ConfigFieldModel field)
    {
        if (!field.Secret)
        {
            Write(json, "defaultValue", field.Default, field.Kind);
            Write(json, "suggestedValue", field.Suggested, field.Kind);
        }
        json.String("type", field.Kind == FieldKind.File ? "STRING_FIELD_TYPE_FILE_UPLOAD"
            : field is { Kind: FieldKind.String, Variant: not "Text" } ? "STRING_FIELD_TYPE_" + field.Variant.ToUpperInvariant()
            : null);
        if (field.Kind == FieldKind.File)
            ConfigDocument.WriteTexts(json, "allowedExtensions", field.Extensions);
    }

    static void Write(JsonWriter json, string name, string? value, FieldKind kind)
    {
        switch (kind)
        {
            case FieldKind.Bool:
                json.True(name, value == "true");
                break;
            case FieldKind.Int or FieldKind.Long:
                // 64-bit numbers are texts in protojson; zero is the default.
                json.String(name, value is "0" ? null : value);
                break;
            case FieldKind.String or FieldKind.Uri or FieldKind.Enum:
                json.String(name, value);
                break;
            case FieldKind.StringArray or FieldKind.StringList when value is { Length: > 0 }:
                ConfigDocument.WriteTexts(json, name, Elements(value));
                break;
            case FieldKind.StringMap when value is { Length: > 0 }:
                WriteMap(json, name, Elements(value));
                break;
        }
    }

    // The values of a mapping are of any type there.
    static void WriteMap(JsonWriter json, string name, List<string> pairs)
    {
        json.BeginObject(name);
        foreach (var pair in pairs.Select(static pair => pair.Split(['='], 2)).OrderBy(static pair => pair[0], StringComparer.Ordinal))
        {
            json.BeginObject(pair[0]);
            json.String("@type", CapabilitiesDocument.TypePrefix + "google.protobuf.Value");
            json.Text("value", pair[1]);
            json.EndObject();
        }
        json.EndObject();
    }

    // As flags hold lists: separated by commas, quoted where it is needed.
    static List<string> Elements(string text)
    {
        var elements = new List<string>();
        var element = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
                element.Append(text[++i]);
            else if (text[i] == '"')
                quoted = !quoted;
            else if (text[i] == ',' && !quoted)
            {
                elements.Add(element.ToString());
                element.Clear();
            }
            else
                element.Append(text[i]);
        }
        elements.Add(element.ToString());
        return elements;
    }
}
