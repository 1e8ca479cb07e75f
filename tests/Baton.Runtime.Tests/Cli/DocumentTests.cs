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
        Assert.Equal(expected.ToJsonString(), actual.ToJsonString());
    }

    [Fact]
    public async Task A_shared_flag_is_there_once_and_reaches_the_connector()
    {
        using var lab = new Lab { Manifest = new LabManifest { Fields = [new() { Name = "ticketing", Kind = CompilerServices.ConfigFieldKind.Bool, Shared = true }] } };
        await lab.RunAsync("--ticketing");
        Assert.True(lab.Values.TryGet("ticketing", out var given) && given is true, lab.Error);
        Assert.Equal(0, await lab.RunAsync("--help"));
        Assert.Equal(2, lab.Out.Split("--ticketing").Length);
        await lab.RunAsync();
        Assert.False(lab.Values.TryGet("ticketing", out _));
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
}
