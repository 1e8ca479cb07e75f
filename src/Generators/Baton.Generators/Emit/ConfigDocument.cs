using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>
/// The connector's part of the <c>config</c> document: protojson of <c>c1.config.v1.Configuration</c>. The runtime puts the fields that
/// every connector has in front.
/// </summary>
static class ConfigDocument
{
    public static string Of(ManifestModel manifest)
    {
        var json = new JsonWriter();
        json.BeginObject();
        if (manifest.Config is { Fields.Count: > 0 } config)
        {
            json.BeginArray("fields");
            foreach (var field in config.Fields)
                Write(json, field);
            json.EndArray();
        }
        json.String("displayName", manifest.Connector.DisplayName ?? manifest.Connector.Name);
        json.String("helpUrl", manifest.Connector.HelpUrl);
        json.String("iconUrl", manifest.Connector.IconUrl);
        json.EndObject();
        return json.ToString();
    }

    static void Write(JsonWriter json, ConfigFieldModel field)
    {
        json.BeginObject();
        json.String("name", field.Name);
        json.String("displayName", field.DisplayName);
        json.String("description", field.Description);
        json.String("placeholder", field.Placeholder);
        json.True("isRequired", field.Required);
        json.True("isSecret", field.Secret);
        json.BeginObject(Member(field.Kind));
        WriteDefault(json, field);
        WriteRules(json, field);
        json.EndObject();
        json.EndObject();
    }

    static void WriteDefault(JsonWriter json, ConfigFieldModel field)
    {
        const string name = "defaultValue";
        if (field.Secret)
            return;
        switch (field.Kind)
        {
            case FieldKind.Bool:
                json.True(name, field.Default == "true");
                break;
            case FieldKind.Int or FieldKind.Long:
                // 64-bit numbers are texts in protojson; zero is the default.
                json.String(name, field.Default is "0" ? null : field.Default);
                break;
            case FieldKind.String or FieldKind.Uri or FieldKind.Enum:
                json.String(name, field.Default);
                break;
        }
    }

    static void WriteRules(JsonWriter json, ConfigFieldModel field)
    {
        // A bool has no such rule: false cannot be told from absent.
        var required = field.Required && field.Kind != FieldKind.Bool;
        if (!required && field.Kind is not (FieldKind.Enum or FieldKind.Uri))
            return;
        json.BeginObject("rules");
        if (field.Kind == FieldKind.Enum)
        {
            json.BeginArray("in");
            foreach (var member in field.EnumMembers)
                json.Item(member.Text);
            json.EndArray();
        }
        if (field.Kind == FieldKind.Uri)
            json.String("wellKnown", "WELL_KNOWN_STRING_URI");
        json.True("isRequired", required);
        json.EndObject();
    }

    static string Member(FieldKind kind) => kind switch
    {
        FieldKind.Bool => "boolField",
        FieldKind.Int or FieldKind.Long => "intField",
        FieldKind.StringArray or FieldKind.StringList => "stringSliceField",
        _ => "stringField",
    };
}
