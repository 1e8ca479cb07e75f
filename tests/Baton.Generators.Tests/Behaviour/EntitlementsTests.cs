using Baton.CompilerServices;
using Baton.Generators.Tests.Corpus;
using Baton.Generators.Tests.Infrastructure;
using Baton.Protocol.Connector.V2;

namespace Baton.Generators.Tests.Behaviour;

/// <summary>Generated listings of entitlements that differ from resource to resource, and of grants of any of them.</summary>
public sealed class EntitlementsTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task PerModel_EntitlementsAndGrants_ComeWithTheResource()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Entitlements);
        using var services = loaded.Services();
        var repos = loaded.Syncer(services, "repo");
        var output = new RecordingOutput();
        await repos.ListAsync(null, "", output, Ct);
        Assert.Equal(["r1 (One):triage", "r1 (One):maintain"], output.Entitlements);
        Assert.Equal(["r1:triage=user:u-triage", "r1:maintain=user:u-maintain", "r1:read=user:u0"], output.Grants);
        Assert.True(repos.Definition.DynamicEntitlements);
        Assert.False(repos.EntitlementsPerResource || repos.EntitlementsForType);
    }

    [Fact]
    public async Task PerResource_Pages_CarryTheirCursor()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Entitlements);
        using var services = loaded.Services();
        var sites = loaded.Syncer(services, "site");
        var output = new RecordingOutput();
        Assert.True(sites.EntitlementsPerResource);
        Assert.Equal(2, await RecordingOutput.PagesAsync(token => sites.EntitlementsAsync(new("site", "s9"), token, output, Ct)));
        Assert.Equal(["s9 ():first", "s9 ():page1-s9"], output.Entitlements);
    }

    [Fact]
    public async Task ForType_EntitlementsAndGrantsWithTheirResources()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Entitlements);
        using var services = loaded.Services();
        var rooms = loaded.Syncer(services, "room");
        var output = new RecordingOutput();
        Assert.True(rooms.EntitlementsForType && rooms.Definition.TypeScopedEntitlements);
        await rooms.TypeEntitlementsAsync("", output, Ct);
        Assert.Equal(["room1 ():enter", "room2 ():clean"], output.Entitlements);

        await rooms.TypeGrantsAsync("", "", output, Ct);
        Assert.Equal(["hidden"], output.Resources); // once, for the two grants that follow each other
        Assert.Equal(["hidden:enter=user:u1", "hidden:enter=user:u2"], output.Grants);
        Assert.All(output.Granted, static grantee => Assert.NotNull(Find<InsertResourceGrants>(grantee)));
    }

    [Fact]
    public async Task ForType_ExternalAndAnnotatedGrants_AreStoredSo()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Entitlements);
        using var services = loaded.Services();
        var output = new RecordingOutput();
        await loaded.Syncer(services, "site").TypeGrantsAsync("", "", output, Ct);
        Assert.Equal(["s1:first=user:ann@example.test", "s1:first=user:u1"], output.Grants);
        Assert.True(RowEncoder.MatchesExternal(output.Granted[0]));
        Assert.Equal("email", Find<ExternalResourceMatch>(output.Granted[0])!.Key);
        Assert.Equal("rule-1", Find<GrantImmutable>(output.Granted[1])!.SourceId);
        Assert.Equal("rule", Find<GrantMetadata>(output.Granted[1])!.Metadata.Fields["via"].StringValue);
    }

    [Fact]
    public async Task Provisioning_OfAnyEntitlement_GetsTheSlug()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Entitlements);
        using var services = loaded.Services();
        var repos = loaded.Syncer(services, "repo");
        var (key, who) = (new ResourceKey("repo", "r1"), new Principal("user", "u1"));
        Assert.Equal(GrantOutcome.Granted, await repos.GrantAsync("triage", key, who, Ct));
        Assert.Equal(GrantOutcome.AlreadyGranted, await repos.GrantAsync("audit", key, who, Ct));
        Assert.Equal(RevokeOutcome.Revoked, await repos.RevokeAsync("audit", key, who, Ct));
        var host = services.GetService(loaded.Assembly.GetType("Acme.Repos")!)!;
        Assert.Equal(["+r1:triage:u1", "-r1:audit:u1"], (IEnumerable<string>)host.GetType().GetProperty("Calls")!.GetValue(host)!);
        Assert.Contains("CAPABILITY_PROVISION", System.Text.Encoding.UTF8.GetString(loaded.Manifest.CapabilitiesJson));
    }

    [Fact]
    public void Declared_ExclusionGroupsAndAnnotations_AreStored()
    {
        using var loaded = LoadedConnector.OfTypes(Sources.Entitlements);
        var type = loaded.Manifest.ResourceTypes.Single(static t => t.Id == "repo");
        Assert.Equal(("level-r1", 0u, true, true), Group(type, "read"));
        Assert.Equal(("level-r1", 2u, false, true), Group(type, "write"));
        Assert.Equal(("all", 0u, false, false), Group(type, "audit"));
        Assert.Contains(Stored(type, "read").Annotations, static any => any.Is(EntitlementImmutable.Descriptor));
        Assert.Equal(
            ["c1.connector.v2.EntitlementExclusionGroup", "acme.v1.Marker", "acme.v1.Thing"],
            Stored(type, "audit").Annotations.Select(static any => any.TypeUrl["type.googleapis.com/".Length..]));
    }

    static (string, uint, bool, bool) Group(ResourceTypeDefinition type, string slug)
    {
        var group = Stored(type, slug).Annotations[0].Unpack<EntitlementExclusionGroup>();
        return (group.ExclusionGroupId, group.Order, group.IsDefault, group.ScopeToResource);
    }

    static Entitlement Stored(ResourceTypeDefinition type, string slug)
    {
        using var writer = new WireWriter();
        RowEncoder.Entitlement(writer, type, type.Entitlement(slug), new PlainBuilder().Id("r1"), null);
        return Entitlement.Parser.ParseFrom(writer.Written);
    }

    static T? Find<T>(Grantee grantee)
        where T : class, Google.Protobuf.IMessage<T>, new()
    {
        using var writer = new WireWriter();
        RowEncoder.Grant(writer, new() { Id = "t", DisplayName = "T" }, "r", "s", grantee);
        return Grant.Parser.ParseFrom(writer.Written).Annotations.Select(static any => any.TryUnpack<T>(out var found) ? found : null).OfType<T>().SingleOrDefault();
    }
}
