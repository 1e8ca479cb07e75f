using System.Text.Json;
using Baton.Protocol.Connector.V2;

namespace Baton.Runtime.Tests.Sync;

/// <summary>The three ways in which grants come.</summary>
public sealed class GrantTests : SyncTest
{
    static FakeSyncer ThreeUsers => new(Users.Definition) { Items = Item.Numbered("u", 3) };

    [Fact]
    public async Task Per_resource_all_pages_of_all_slugs_are_asked_for()
    {
        var asked = new List<string>();
        var users = Item.Numbered("u", 5).Select(static u => Grantee.User<Users>(u.Id)).ToArray();

        Func<ResourceKey, string?, CancellationToken, Task<Page<Grantee>>> Paged(string slug) => (group, cursor, _) =>
        {
            asked.Add($"{slug}@{group}?{cursor}");
            var at = cursor is null ? 0 : int.Parse(cursor);
            return Task.FromResult(new Page<Grantee>(users[at..Math.Min(at + 2, 5)], at + 2 < 5 ? $"{at + 2}" : null));
        };

        await SyncAsync(
            new FakeSyncer(Users.Definition) { Items = Item.Numbered("u", 5) },
            new FakeSyncer(Groups.Definition) { Items = Item.Numbered("g", 2), PerResource = { ["member"] = Paged("member"), ["owner"] = Paged("owner") } });
        Assert.Equal(
            [
                "member@group:g0?", "member@group:g0?2", "member@group:g0?4", "owner@group:g0?", "owner@group:g0?2", "owner@group:g0?4",
                "member@group:g1?", "member@group:g1?2", "member@group:g1?4", "owner@group:g1?", "owner@group:g1?2", "owner@group:g1?4",
            ],
            asked);
        Assert.Equal(20, (await ReadAsync()).Grants.Count);
    }

    [Fact]
    public async Task Per_resource_the_key_has_the_parent()
    {
        ResourceKey? asked = null;
        await SyncAsync(
            ThreeUsers,
            new FakeSyncer(Orgs.Definition) { Items = [new("acme")] },
            new FakeSyncer(Projects.Definition)
            {
                AtRoot = false,
                All = static (_, _) => new[] { new Item("web") }.ToAsyncEnumerable(),
                PerResource =
                {
                    ["read"] = (key, _, _) =>
                    {
                        asked = key;
                        return Task.FromResult(new Page<Grantee>([]));
                    },
                },
            });
        Assert.Equal(new ResourceKey("project", "web") { Parent = new("org", "acme") }, asked);
    }

    [Fact]
    public async Task For_a_type_all_pages_come_before_those_per_resource()
    {
        var asked = new List<string>();
        await SyncAsync(ThreeUsers, new FakeSyncer(Groups.Definition)
        {
            Items = Item.Numbered("g", 2),
            PerResource =
            {
                ["owner"] = (group, _, _) =>
                {
                    asked.Add(group.ToString());
                    return Task.FromResult(new Page<Grantee>([]));
                },
            },
            ForType =
            {
                ["member"] = (cursor, _) =>
                {
                    asked.Add($"type {cursor}");
                    return Task.FromResult(cursor is null
                        ? new Page<ResourceGrant>([Grantee.User<Users>("u0").On("g0"), Grantee.User<Users>("u0").On("g1")], "more")
                        : new Page<ResourceGrant>([Grantee.User<Users>("u1").On("g1")]));
                },
            },
        });
        Assert.Equal(["type ", "type more", "group:g0", "group:g1"], asked);
        Assert.Equal(
            ["group:g0:member:user:u0", "group:g1:member:user:u0", "group:g1:member:user:u1"],
            (await ReadAsync()).GrantIds);
    }

    [Fact]
    public async Task An_expandable_grant_keeps_its_mark()
    {
        var summary = await SyncAsync(Options with { SkipGrantExpansion = true }, ThreeUsers, new FakeSyncer(Groups.Definition)
        {
            Items = Item.Numbered("g", 2),
            PerModel = { ["member"] = static g => g.Id == "g0" ? [Grantee.Group<Groups>("g1").ExpandingShallow("member").Only<Users>()] : [] },
        });
        var content = await ReadAsync();
        var grant = Assert.Single(content.Grants);
        Assert.Equal("group:g0:member:group:g1", grant.Id);
        var expandable = Assert.Single(grant.Annotations).Unpack<GrantExpandable>();
        Assert.Equal(["group:g1:member"], expandable.EntitlementIds);
        Assert.Equal(["user"], expandable.ResourceTypeIds);
        Assert.True(expandable.Shallow);
        Assert.True(summary.NeedsExpansion);
        Assert.True(JsonDocument.Parse(content.Sync.Token).RootElement.GetProperty("needs_expansion").GetBoolean());
    }

    [Fact]
    public async Task A_grant_may_come_before_its_principal()
    {
        await SyncAsync(
            new FakeSyncer(Groups.Definition) { Items = [new("g")], PerModel = { ["member"] = static _ => [Grantee.User<Users>("u")] } },
            new FakeSyncer(Users.Definition) { Items = [new("u")] });
        Assert.Equal(["group:g:member:user:u"], (await ReadAsync()).GrantIds);
    }

    [Fact]
    public async Task A_grant_without_principal_is_an_error_that_says_so()
    {
        var failure = await FailAsync(ThreeUsers, new FakeSyncer(Groups.Definition)
        {
            Items = [new("g")],
            PerModel = { ["member"] = static _ => [default] },
        });
        Assert.Equal(ErrorCode.Internal, failure.Code);
        Assert.Contains("default(Grantee)", failure.Message);
        Assert.Contains("group:g", failure.Message);
    }

    [Fact]
    public async Task The_same_grant_twice_is_one_row()
    {
        await SyncAsync(ThreeUsers, new FakeSyncer(Groups.Definition)
        {
            Items = [new("g")],
            PerModel = { ["member"] = static _ => [Grantee.User<Users>("u0"), Grantee.User<Users>("u0").Immutable()] },
        });
        var grant = Assert.Single((await ReadAsync()).Grants);
        Assert.True(Assert.Single(grant.Annotations).Is(GrantImmutable.Descriptor));
    }
}
