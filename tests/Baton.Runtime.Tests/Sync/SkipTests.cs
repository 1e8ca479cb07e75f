using Baton.CompilerServices;

namespace Baton.Runtime.Tests.Sync;

/// <summary>What a resource or a type says it does not have is neither stored nor asked for.</summary>
public sealed class SkipTests : SyncTest
{
    [Theory]
    [InlineData("entitlements", 1, 2, 2)]
    [InlineData("grants", 2, 1, 1)]
    [InlineData("both", 1, 1, 1)]
    public async Task A_resource_that_skips(string what, int entitlements, int perModel, int perResource)
    {
        var type = new ResourceTypeDefinition { Id = "key", DisplayName = "Key", Entitlements = [new() { Slug = "use" }, new() { Slug = "see" }] };
        var asked = new List<string>();
        await SyncAsync(new FakeSyncer(Users.Definition) { Items = [new("u")] }, new FakeSyncer(type)
        {
            Items = [new("plain"), new("special")],
            Extra = (item, resource) => _ = (item.Id, what) switch
            {
                ("special", "entitlements") => resource.SkipEntitlements(),
                ("special", "grants") => resource.SkipGrants(),
                ("special", _) => resource.SkipEntitlementsAndGrants(),
                _ => resource,
            },
            PerModel = { ["use"] = static _ => [Grantee.User<Users>("u")] },
            PerResource =
            {
                ["see"] = (key, _, _) =>
                {
                    asked.Add(key.Id);
                    return Task.FromResult(new Page<Grantee>([Grantee.User<Users>("u")]));
                },
            },
        });
        var content = await ReadAsync();
        Assert.Equal(entitlements * 2, content.Entitlements.Count);
        Assert.Equal(perModel, content.Grants.Count(static g => g.Entitlement.Id.EndsWith(":use", StringComparison.Ordinal)));
        Assert.Equal(perResource, asked.Count);
        Assert.Equal(perResource, content.Grants.Count(static g => g.Entitlement.Id.EndsWith(":see", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true, false, 0, 1)]
    [InlineData(false, true, 1, 0)]
    public async Task A_type_that_skips(bool skipsEntitlements, bool skipsGrants, int entitlements, int grants)
    {
        var type = new ResourceTypeDefinition
        {
            Id = "key",
            DisplayName = "Key",
            Entitlements = [new() { Slug = "use" }],
            SkipEntitlements = skipsEntitlements,
            SkipGrants = skipsGrants,
        };
        await SyncAsync(
            new FakeSyncer(Users.Definition) { Items = [new("u")] },
            new FakeSyncer(type) { Items = [new("k")], PerModel = { ["use"] = static _ => [Grantee.User<Users>("u")] } });
        var content = await ReadAsync();
        Assert.Equal(entitlements, content.Entitlements.Count);
        Assert.Equal(grants, content.Grants.Count);
    }
}
