using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The <c>capabilities</c> document: protojson of an <c>Any</c> of <c>c1.connector.v2.ConnectorCapabilities</c>.</summary>
static class CapabilitiesDocument
{
    public const string TypePrefix = "type.googleapis.com/";
    public const string Package = "c1.connector.v2.";

    public static string Of(ManifestModel manifest)
    {
        var json = new JsonWriter();
        json.BeginObject();
        json.String("@type", TypePrefix + Package + "ConnectorCapabilities");
        if (manifest.ResourceTypes.Count > 0)
        {
            json.BeginArray("resourceTypeCapabilities");
            foreach (var type in manifest.ResourceTypes)
                Write(json, type, manifest);
            json.EndArray();
            json.BeginArray("connectorCapabilities");
            foreach (var capability in Capabilities.OfConnector(manifest))
                json.Item(Capabilities.Json(capability));
            json.EndArray();
            CredentialsDocument.WriteDetails(json, manifest);
        }
        json.EndObject();
        return json.ToString();
    }

    static void Write(JsonWriter json, ManifestResourceTypeModel type, ManifestModel manifest)
    {
        json.BeginObject();
        json.BeginObject("resourceType");
        json.String("id", type.Id);
        json.String("displayName", type.DisplayName);
        if (type.Traits.Count > 0)
        {
            json.BeginArray("traits");
            foreach (var trait in type.Traits)
                json.Item("TRAIT" + string.Concat(trait.Select(Capital)));
            json.EndArray();
        }
        TypeOptionsEmitter.WriteAnnotations(json, type);
        json.String("description", type.Description);
        json.True("sourcedExternally", type.Options.SourcedExternally);
        json.EndObject();
        json.BeginArray("capabilities");
        foreach (var capability in type.Capabilities)
            json.Item(Capabilities.Json(capability));
        json.EndArray();
        json.BeginObject("permissions");
        TypeOptionsEmitter.WritePermissions(json, type.Options);
        json.EndObject();
        json.True("optInRequired", type.Options.OptInRequired);
        json.True("skipSyncAnomalyDetection", type.Options.SkipSyncAnomalyDetection);
        CredentialsDocument.WriteIssued(json, type, manifest);
        json.True("deprecated", type.Options.Deprecated);
        json.EndObject();
    }

    // SecurityInsight is SECURITY_INSIGHT there.
    static string Capital(char c) => (char.IsUpper(c) ? "_" : "") + char.ToUpperInvariant(c);
}
