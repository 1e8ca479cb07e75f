using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>
/// The connector's part of the <c>config</c> document: protojson of <c>c1.config.v1.Configuration</c>. The runtime puts the fields that
/// every connector has in front.
/// </summary>
static class ConfigDocument
{
    /// <summary>Settings that only whoever starts the program gives.</summary>
    const string CommandLine = "CommandLine";

    public static string Of(ManifestModel manifest)
    {
        var json = new JsonWriter();
        json.BeginObject();
        var fields = manifest.Config?.Fields.Where(static field => field.Export != CommandLine).ToList() ?? [];
        if (fields.Count > 0)
        {
            json.BeginArray("fields");
            foreach (var field in fields)
                Write(json, field);
            json.EndArray();
        }
        if (manifest.Config is { } config)
            WriteConstraints(json, config, fields);
        var catalog = manifest.Connector.Catalog;
        json.String("displayName", manifest.Config?.DisplayName ?? manifest.Connector.DisplayName ?? manifest.Connector.Name);
        json.String("helpUrl", catalog.HelpUrl);
        json.String("iconUrl", catalog.IconUrl);
        json.True("isDirectory", catalog.IsDirectory);
        json.String("catalogId", catalog.CatalogId);
        json.True("supportsExternalResources", catalog.SupportsExternalResources);
        json.True("requiresExternalConnector", catalog.RequiresExternalConnector);
        if (manifest.Config is { Groups.Count: > 0 } grouped)
            WriteGroups(json, grouped);
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
        json.True("isOps", field.Export == "Operations");
        json.True("isSecret", field.Secret);
        json.BeginObject(Member(field.Kind));
        ConfigValueDocument.Write(json, field);
        ConfigRulesDocument.Write(json, field);
        json.EndObject();
        json.EndObject();
    }

    // A constraint that names a setting which is not in the document cannot be checked by who reads it.
    static void WriteConstraints(JsonWriter json, ConfigModel config, List<ConfigFieldModel> fields)
    {
        var known = config.Relations
            .Where(relation => relation.Fields.Concat(relation.Others).All(name => fields.Exists(field => field.Name == name))).ToList();
        if (known.Count == 0)
            return;
        json.BeginArray("constraints");
        foreach (var relation in known)
        {
            json.BeginObject();
            json.String("kind", relation.Kind switch
            {
                "RequiredTogether" => "CONSTRAINT_KIND_REQUIRED_TOGETHER",
                "AtLeastOne" => "CONSTRAINT_KIND_AT_LEAST_ONE",
                "MutuallyExclusive" => "CONSTRAINT_KIND_MUTUALLY_EXCLUSIVE",
                _ => "CONSTRAINT_KIND_DEPENDENT_ON",
            });
            WriteTexts(json, "fieldNames", relation.Fields);
            WriteTexts(json, "secondaryFieldNames", relation.Others);
            json.EndObject();
        }
        json.EndArray();
    }

    static void WriteGroups(JsonWriter json, ConfigModel config)
    {
        json.BeginArray("fieldGroups");
        foreach (var group in config.Groups)
        {
            json.BeginObject();
            json.String("name", group.Name);
            json.String("displayName", group.DisplayName);
            json.String("helpText", group.HelpText);
            WriteTexts(json, "fields", group.Fields);
            json.True("default", group.Default);
            json.EndObject();
        }
        json.EndArray();
    }

    internal static void WriteTexts(JsonWriter json, string name, IEnumerable<string> texts)
    {
        if (!texts.Any())
            return;
        json.BeginArray(name);
        foreach (var text in texts)
            json.Item(text);
        json.EndArray();
    }

    static string Member(FieldKind kind) => kind switch
    {
        FieldKind.Bool => "boolField",
        FieldKind.Int or FieldKind.Long => "intField",
        FieldKind.StringArray or FieldKind.StringList => "stringSliceField",
        FieldKind.StringMap => "stringMapField",
        _ => "stringField",
    };
}
