using Baton.CompilerServices;
using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;
using Baton.Protocol.Connector.V2;
using System.Text.Json;

namespace Baton.Generators.Tests.Behaviour;

/// <summary>The switches of a resource type: in its row, and in the capabilities document.</summary>
public sealed class TypeOptionsTests
{
    [Fact]
    public void Row_HasEverySwitch()
    {
        var type = Row("everything");
        Assert.Equal(
            ["V1Identifier", "SkipGrants", "CapabilityPermissions", "OptInRequired", "SkipSyncAnomalyDetection", "Deprecated", "Marker", "Thing"],
            type.Annotations.Select(any => any.TypeUrl.Split('.')[^1]));
        Assert.Equal(["items:read", "items:\"write\""], type.Annotations[2].Unpack<CapabilityPermissions>().Permissions.Select(p => p.Permission));
        Assert.Equal([8, 150, 1], type.Annotations[^1].Value.ToByteArray());
        Assert.Equal("things", type.Annotations[0].Unpack<V1Identifier>().Id);
        Assert.True(type.SourcedExternally);
        Assert.Equal("type.googleapis.com/c1.connector.v2.SkipEntitlements", Row("half").Annotations.Single().TypeUrl);
        Assert.Equal("type.googleapis.com/c1.connector.v2.SkipEntitlementsAndGrants", Row("none").Annotations.Single().TypeUrl);
    }

    [Fact]
    public void Document_HasEverySwitch()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Options);
        using var document = JsonDocument.Parse(loaded.Manifest.CapabilitiesJson.ToArray());
        var entry = document.RootElement.GetProperty("resourceTypeCapabilities").EnumerateArray().First();
        Assert.Equal(
            ["resourceType", "capabilities", "permissions", "optInRequired", "skipSyncAnomalyDetection", "deprecated"],
            entry.EnumerateObject().Select(member => member.Name));
        Assert.Equal("items:read", entry.GetProperty("permissions").GetProperty("permissions")[0].GetProperty("permission").GetString());
        var type = entry.GetProperty("resourceType");
        Assert.Equal(["id", "displayName", "annotations", "description", "sourcedExternally"], type.EnumerateObject().Select(member => member.Name));
        Assert.Equal("things", type.GetProperty("annotations")[0].GetProperty("id").GetString());
        // A message with content would need its JSON, which nobody here knows.
        Assert.Equal(
            ["c1.connector.v2.V1Identifier", "c1.connector.v2.SkipGrants", "c1.connector.v2.CapabilityPermissions", "c1.connector.v2.OptInRequired",
                "c1.connector.v2.SkipSyncAnomalyDetection", "c1.connector.v2.Deprecated", "acme.v1.Marker"],
            type.GetProperty("annotations").EnumerateArray().Select(any => any.GetProperty("@type").GetString()!["type.googleapis.com/".Length..]));
    }

    static ResourceType Row(string id)
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Options);
        using var writer = new WireWriter();
        RowEncoder.ResourceType(writer, loaded.Manifest.ResourceTypes.Single(type => type.Id == id));
        return ResourceType.Parser.ParseFrom(writer.Written);
    }
}
