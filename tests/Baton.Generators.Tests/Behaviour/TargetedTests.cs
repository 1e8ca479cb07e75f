using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Behaviour;

/// <summary>Generated questions for single resources.</summary>
public sealed class TargetedTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("shelf", "s1", null, "s1", "s1:read=book:b1", "s1:read=book:b2")]
    [InlineData("book", "b1", "s1", "shelf:s1/b1")]
    [InlineData("page", "7", null, "7")]
    public async Task Get_ResourceThatExists_IsStoredWithItsGrants(string type, string id, string? shelf, string stored, params string[] grants)
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Targeted);
        using var services = loaded.Services();
        var syncer = loaded.Syncer(services, type);
        var output = new RecordingOutput();
        Assert.True(syncer.Gets);
        Assert.True(await syncer.GetAsync(Key(type, id, shelf), output, Ct));
        Assert.Equal([stored], output.Resources);
        Assert.Equal(grants, output.Grants);
    }

    [Theory]
    [InlineData("shelf", "gone", null)]
    [InlineData("book", "b1", "s2")]
    public async Task Get_ResourceThatIsGone_StoresNothing(string type, string id, string? shelf)
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Targeted);
        using var services = loaded.Services();
        var output = new RecordingOutput();
        Assert.False(await loaded.Syncer(services, type).GetAsync(Key(type, id, shelf), output, Ct));
        Assert.Empty(output.Resources);
    }

    [Fact]
    public async Task Get_AnotherResource_IsRefusedByName()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Targeted);
        using var services = loaded.Services();
        var output = new RecordingOutput();
        var failure = await Assert.ThrowsAsync<ConnectorException>(
            async () => await loaded.Syncer(services, "shelf").GetAsync(new("shelf", "swapped"), output, Ct));
        Assert.Contains("shelf:swapped", failure.Message);
        Assert.Contains("\"another\"", failure.Message);
        Assert.Empty(output.Resources);
    }

    [Fact]
    public async Task Get_TypeWithoutTheMethod_IsUnimplemented()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Children);
        using var services = loaded.Services();
        var syncer = loaded.Syncer(services, "org");
        Assert.False(syncer.Gets);
        var failure = await Assert.ThrowsAsync<ConnectorException>(async () => await syncer.GetAsync(new("org", "1"), new RecordingOutput(), Ct));
        Assert.Equal(ErrorCode.Unimplemented, failure.Code);
    }

    [Fact]
    public void Capabilities_NameTargetedSync_OfTypeAndConnector()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Targeted);
        using var document = System.Text.Json.JsonDocument.Parse(loaded.Manifest.CapabilitiesJson.ToArray());
        var types = document.RootElement.GetProperty("resourceTypeCapabilities").EnumerateArray()
            .Select(type => type.GetProperty("capabilities").EnumerateArray().Select(c => c.GetString()));
        Assert.All(types, static capabilities => Assert.Equal(["CAPABILITY_SYNC", "CAPABILITY_TARGETED_SYNC"], capabilities));
        Assert.Equal(
            ["CAPABILITY_SYNC", "CAPABILITY_TARGETED_SYNC", "CAPABILITY_SERVICE_MODE_TARGETED_SYNC"],
            document.RootElement.GetProperty("connectorCapabilities").EnumerateArray().Select(c => c.GetString()));
    }

    static ResourceKey Key(string type, string id, string? shelf) => new(type, id) { Parent = shelf is null ? null : new("shelf", shelf) };
}
