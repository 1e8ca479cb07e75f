using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Behaviour;

/// <summary>Generated registration: the author's classes are made without reflection, and the author's own registrations win.</summary>
public sealed class RegistrationTests
{
    [Theory]
    [InlineData(false, "generated now True")]
    [InlineData(true, "author now True")]
    public async Task Services_AreResolved_AuthorWins(bool own, string expected)
    {
        using var loaded = LoadedConnector.Of(Sources.Services);
        using var services = loaded.Services(("own", own));
        var output = new RecordingOutput();
        await loaded.Syncer(services, "item").ListAsync(null, "", output, TestContext.Current.CancellationToken);
        Assert.Equal([expected], output.Resources);
    }

    [Fact]
    public async Task Validate_CallsTheAuthorsMethod()
    {
        using var loaded = LoadedConnector.Of(Sources.Services);
        using var services = loaded.Services();
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => loaded.Manifest.ValidateAsync(services, TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCode.Unauthenticated, failure.Code);
        using var bare = LoadedConnector.Of(Sources.Bare);
        await bare.Manifest.ValidateAsync(bare.Services(), TestContext.Current.CancellationToken);
        Assert.Empty(bare.Manifest.ResourceTypes);
    }

    [Fact]
    public void Documents_AreTheShapesThatC1Reads()
    {
        using var loaded = LoadedConnector.Of(Sources.Directory);
        using var capabilities = System.Text.Json.JsonDocument.Parse(loaded.Manifest.CapabilitiesJson.ToArray());
        var root = capabilities.RootElement;
        Assert.Equal("type.googleapis.com/c1.connector.v2.ConnectorCapabilities", root.GetProperty("@type").GetString());
        var group = root.GetProperty("resourceTypeCapabilities")[0];
        Assert.Equal("group", group.GetProperty("resourceType").GetProperty("id").GetString());
        Assert.Equal(["CAPABILITY_SYNC", "CAPABILITY_PROVISION"], group.GetProperty("capabilities").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal("{}", group.GetProperty("permissions").ToString());
        Assert.Equal(["CAPABILITY_PROVISION", "CAPABILITY_SYNC"], root.GetProperty("connectorCapabilities").EnumerateArray().Select(c => c.GetString()));

        using var config = System.Text.Json.JsonDocument.Parse(loaded.Manifest.ConfigJson.ToArray());
        Assert.Equal("Acme Directory", config.RootElement.GetProperty("displayName").GetString());
        var token = config.RootElement.GetProperty("fields")[0];
        Assert.Equal(
            """{"name":"api-token","displayName":"API token","description":"The API token","placeholder":"tok_...","isRequired":true,"isSecret":true,"stringField":{"rules":{"isRequired":true}}}""",
            System.Text.Json.JsonSerializer.Serialize(token));
    }
}
