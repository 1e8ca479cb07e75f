using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Runtime.Tests.Cli;

public sealed class DocumentTests
{
    [Fact]
    public async Task Capabilities_are_printed_as_they_are()
    {
        using var lab = new Lab();
        Assert.Equal(0, await lab.RunAsync("capabilities"));
        Assert.Equal("{\n  \"resourceTypeCapabilities\": []\n}", lab.Out);
        Assert.Equal("", lab.Error);
    }

    [Fact]
    public async Task The_config_document_has_the_settings_of_every_connector_in_front()
    {
        using var lab = new Lab { Manifest = new LabManifest { ConfigText = TestData.Text("config.connector.json") } };
        Assert.Equal(0, await lab.RunAsync("config"));
        Assert.Equal("", lab.Error);
        Assert.False(lab.Out.EndsWith('\n'));
        Assert.StartsWith("{\n  \"fields\": [\n    {\n      \"name\": \"log-level\",\n", lab.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', lab.Out);
        var expected = JsonNode.Parse(TestData.Text("config.expected.json"))!;
        var actual = JsonNode.Parse(lab.Out)!;
        Assert.Equal(WithoutDescriptions(expected), WithoutDescriptions(actual));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"fields\": []}")]
    public async Task A_connector_without_settings_has_those_of_every_connector(string text)
    {
        using var lab = new Lab { Manifest = new LabManifest { ConfigText = text } };
        Assert.Equal(0, await lab.RunAsync("config"));
        using var document = JsonDocument.Parse(lab.Out);
        Assert.Equal(["fields"], document.RootElement.EnumerateObject().Select(static p => p.Name));
        Assert.Equal(13, document.RootElement.GetProperty("fields").GetArrayLength());
    }

    /// <summary>The text of the document; order and shape count, and of descriptions only that there is one.</summary>
    static string WithoutDescriptions(JsonNode document)
    {
        foreach (var field in document["fields"]!.AsArray())
        {
            if (field!["description"] is not null)
                field["description"] = "described";
        }
        return document.ToJsonString();
    }
}
