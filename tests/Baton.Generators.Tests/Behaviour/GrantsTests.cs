using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;

namespace Baton.Generators.Tests.Behaviour;

/// <summary>Generated grants and provisioning: every scope, every shape.</summary>
public sealed class GrantsTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Model_Grants_ComeWhileListing()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Grants);
        using var services = loaded.Services();
        var output = new RecordingOutput();
        await loaded.Syncer(services, "box").ListAsync(null, "", output, Ct);
        Assert.Equal(["x", "y"], output.Resources);
        Assert.Equal(["x:a=user:a-x", "y:a=user:a-y"], output.Grants);
    }

    [Fact]
    public async Task ResourceAndType_Grants_ComeWhenAsked()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Grants);
        using var services = loaded.Services();
        var boxes = loaded.Syncer(services, "box");
        var output = new RecordingOutput();
        Assert.Equal(["b", "c"], boxes.GrantsPerResource);
        Assert.Equal(["d", "e", "f"], boxes.GrantsForType);
        Assert.True(boxes.Definition.TypeScopedGrants);
        foreach (var slug in boxes.GrantsPerResource)
            await RecordingOutput.PagesAsync(token => boxes.GrantsAsync(slug, new("box", "x"), token, output, Ct));
        foreach (var slug in boxes.GrantsForType)
            await RecordingOutput.PagesAsync(token => boxes.TypeGrantsAsync(slug, token, output, Ct));
        Assert.Equal(
            ["x:b=user:b-x", "x:c=user:c-x", "x:c=user:c-x2", "x:d=user:d", "y:d=user:d", "x:e=user:e", $"y:f=user:f{long.MinValue}"], output.Grants);
    }

    [Fact]
    public async Task Provisioning_IsDispatchedBySlug()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Grants);
        using var services = loaded.Services();
        var boxes = loaded.Syncer(services, "box");
        ResourceKey box = new("box", "x");
        Assert.Equal(["a", "b", "c"], boxes.Provisions);
        Assert.Equal(GrantOutcome.Replaced("box:x:user:u"), await boxes.GrantAsync("a", box, new("user", "u"), Ct));
        Assert.Equal(GrantOutcome.AlreadyGranted, await boxes.GrantAsync("b", box, new("user", "old"), Ct));
        Assert.Equal(GrantOutcome.Granted, await boxes.GrantAsync("c", box, new("user", "u"), Ct));
        Assert.Equal(RevokeOutcome.AlreadyRevoked, await boxes.RevokeAsync("b", box, new("user", "old"), Ct));
        Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<ConnectorException>(() => boxes.RevokeAsync("c", box, new("user", "u"), Ct))).Code);
        Assert.Equal(ErrorCode.Unimplemented, (await Assert.ThrowsAsync<ConnectorException>(() => boxes.GrantAsync("d", box, new("user", "u"), Ct))).Code);
    }
}
