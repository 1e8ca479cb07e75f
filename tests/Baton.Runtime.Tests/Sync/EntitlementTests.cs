using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Declared entitlements are stored with every resource of their type.</summary>
public sealed class EntitlementTests : SyncTest
{
    [Fact]
    public async Task Templates_take_the_name_of_the_resource()
    {
        await SyncAsync(
            new FakeSyncer(Users.Definition), new FakeSyncer(Groups.Definition) { Items = [new("eng", "Engineering"), new("ops")] });
        var content = await ReadAsync();
        Assert.Equal(["group:eng:member", "group:eng:owner", "group:ops:member", "group:ops:owner"], content.EntitlementIds);
        var owner = content.Entitlements.Single(static e => e.Id == "group:eng:owner");
        Assert.Equal("Owner of Engineering", owner.DisplayName);
        Assert.Equal("owner", owner.Slug);
        Assert.Equal(Entitlement.Types.PurposeValue.Ownership, owner.Purpose);
        Assert.Equal("eng", owner.Resource.Id.Resource);
        Assert.Equal(["user"], owner.GrantableTo.Select(static t => t.Id));
        Assert.Equal("ops member", content.Entitlements.Single(static e => e.Id == "group:ops:member").DisplayName);
    }

    [Fact]
    public async Task A_type_that_skips_them_gets_neither_entitlements_nor_grants()
    {
        var type = new ResourceTypeDefinition
        {
            Id = "key",
            DisplayName = "Key",
            SkipEntitlements = true,
            SkipGrants = true,
            Entitlements = [new() { Slug = "use" }],
        };
        await SyncAsync(new FakeSyncer(Users.Definition), new FakeSyncer(type)
        {
            Items = [new("k1")],
            PerModel = { ["use"] = static _ => [Grantee.User<Users>("u")] },
            PerResource = { ["use"] = static (_, _, _) => throw new InvalidOperationException("not wanted") },
            ForType = { ["use"] = static (_, _) => throw new InvalidOperationException("not wanted") },
        });
        var content = await ReadAsync();
        Assert.Equal(["key:k1"], content.ResourceIds);
        Assert.Empty(content.Entitlements);
        Assert.Empty(content.Grants);
    }

    [Fact]
    public async Task Entitlements_of_children_know_the_parent()
    {
        await SyncAsync(
            new FakeSyncer(Users.Definition),
            new FakeSyncer(Orgs.Definition) { Items = [new("acme")] },
            new FakeSyncer(Projects.Definition) { AtRoot = false, All = static (_, _) => new[] { new Item("web", "Web") }.ToAsyncEnumerable() });
        var entitlement = Assert.Single((await ReadAsync()).Entitlements);
        Assert.Equal("project:web:read", entitlement.Id);
        Assert.Equal("acme", entitlement.Resource.ParentResourceId.Resource);
    }
}
