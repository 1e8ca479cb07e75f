using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The part of the manifest that the whole program makes up: documents, settings, resource types, services.</summary>
static class ManifestEmitter
{
    public static string Write(ManifestModel manifest) => GeneratedFile.Write(manifest.Connector.Host, baseType: null, writer =>
    {
        writer.Open("private sealed partial class GeneratedManifest");
        writer.Line($"public override string Version => {Literals.Text(manifest.Version)};");
        WriteDocument(writer, "CapabilitiesJson", CapabilitiesDocument.Of(manifest));
        WriteDocument(writer, "ConfigJson", ConfigDocument.Of(manifest));
        WriteList(
            writer,
            $"public override {Names.ReadOnlyList}<{Names.ResourceTypeDefinition}> ResourceTypes {{ get; }} =",
            manifest.ResourceTypes.Select(static type => $"DefinitionOf<{type.Type}>()"));
        writer.Blank();
        writer.Line($"public override {Names.ReadOnlyList}<{Names.ConfigFieldDefinition}> ConfigFields =>");
        writer.Indent();
        writer.Line(manifest.Config is { } config ? $"FieldsOf<{config.Host.Type}>();" : "[];");
        writer.Unindent();
        WriteRelations(writer, manifest.Config);
        ServicesEmitter.Write(writer, manifest);
        WriteList(
            writer,
            $"public override {Names.ReadOnlyList}<{Names.ResourceSyncer}> CreateSyncers({Names.ServiceProvider} services) =>",
            manifest.ResourceTypes.Select(static type => $"CreateSyncer<{type.Type}>(services)"));
        writer.Close();
    });

    static void WriteRelations(SourceWriter writer, ConfigModel? config)
    {
        if (config is { Relations.Count: > 0 })
        {
            WriteList(writer, $"public override {Names.ReadOnlyList}<{Names.ConfigRelation}> ConfigRelations {{ get; }} =", config.Relations.Select(static relation =>
                $"new({Names.ConfigRelationKind}.{relation.Kind}, {Texts(relation.Fields)}, {Texts(relation.Others)})"));
        }
        if (config is { Groups.Count: > 0 })
        {
            WriteList(writer, $"public override {Names.ReadOnlyList}<{Names.ConfigGroup}> ConfigGroups {{ get; }} =", config.Groups.Select(static group =>
                $"new({Literals.Text(group.Name)}, {Literals.Text(group.DisplayName ?? "")}, {Literals.Text(group.HelpText ?? "")}, {Texts(group.Fields)}, " +
                $"{(group.Default ? "true" : "false")})"));
        }
    }

    static string Texts(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Literals.Text))}]";

    static void WriteDocument(SourceWriter writer, string property, string json)
    {
        writer.Blank();
        writer.Line($"public override {Names.ReadOnlyBytes} {property} =>");
        writer.Indent();
        writer.Line(Literals.RawUtf8(json) + ";");
        writer.Unindent();
    }

    static void WriteList(SourceWriter writer, string header, IEnumerable<string> items)
    {
        writer.Blank();
        writer.Open(header, "[");
        foreach (var item in items)
            writer.Line(item + ",");
        writer.Close("];");
    }
}
