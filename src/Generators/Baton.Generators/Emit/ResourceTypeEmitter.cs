using Baton.Generators.Models;

namespace Baton.Generators.Emit;

/// <summary>The file of a resource type: what it is, and the syncer, a nested class so that it can call the author's private methods.</summary>
static class ResourceTypeEmitter
{
    public static string Write(ResourceTypeModel type) => GeneratedFile.Write(type.Host, Names.SyncedResourceType, writer =>
    {
        GeneratedFile.Member(writer);
        writer.Line($"static {Names.ResourceTypeDefinition} {Names.ResourceTypeInterface}.Definition => GeneratedSyncer.Type;");

        GeneratedFile.Member(writer);
        writer.Line($"static {Names.ResourceSyncer} {Names.SyncedResourceType}.CreateSyncer({Names.ServiceProvider} services) =>");
        writer.Indent();
        var owner = SyncerEmitter.UsesOwner(type) ? $"{Names.ServiceProviderExtensions}.GetRequiredService<{type.Host.Type}>(services)" : "";
        writer.Line($"new GeneratedSyncer({owner});");
        writer.Unindent();

        SyncerEmitter.Write(writer, type);
    });
}
