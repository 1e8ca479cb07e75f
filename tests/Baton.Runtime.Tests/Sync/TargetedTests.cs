using Baton.CompilerServices;
using Baton.Sync;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Syncs of single resources.</summary>
public sealed class TargetedTests : SyncTest
{
    readonly List<string> _listed = [];

    ResourceSyncer[] Source =>
    [
        new FakeSyncer(Users.Definition) { All = (_, _) => Listed<Item>("users") },
        new FakeSyncer(Orgs.Definition) { One = static o => o.Id == "gone" ? null : new(o.Id), All = (_, _) => Listed<Item>("orgs") },
        new FakeSyncer(Projects.Definition)
        {
            AtRoot = false,
            One = static p => new(p.Id),
            All = static (org, _) => Item.Numbered(org!.Id + "/", 2).ToAsyncEnumerable(),
            PerResource = { ["read"] = static (project, _, _) => Task.FromResult(new Page<Grantee>([Grantee.User<Users>("reader of " + project.Id)])) },
        },
        new FakeSyncer(Groups.Definition)
        {
            One = static g => g.Id == "gone" ? throw ConnectorException.NotFound("404") : new(g.Id),
            All = (_, _) => Listed<Item>("groups"),
            PerModel = { ["owner"] = static g => [Grantee.User<Users>("owner of " + g.Id)] },
            PerResource = { ["member"] = static (group, _, _) => Task.FromResult(new Page<Grantee>([Grantee.Group<Groups>("h").Expanding("member")])) },
            ForType =
            {
                ["x"] = (_, _) =>
                {
                    _listed.Add("grants of all groups");
                    return Task.FromResult(new Page<ResourceGrant>([]));
                },
            },
        },
    ];

    async IAsyncEnumerable<T> Listed<T>(string what)
    {
        _listed.Add(what);
        await Task.CompletedTask;
        yield break;
    }

    SyncOptions Only(params string[] bids) => Options with { Resources = [.. bids.Select(ResourceBid.Parse)] };

    [Fact]
    public async Task The_resource_comes_with_its_entitlements_grants_and_children_and_nothing_else_is_listed()
    {
        var summary = await SyncAsync(Only("bid:r:group/g", "bid:r:org/o", "bid:r:group/g"), Source);
        Assert.Equal("partial", summary.SyncType);
        var content = await ReadAsync();
        Assert.Equal(["group:g", "org:o", "project:o/0", "project:o/1"], content.ResourceIds);
        Assert.Equal(["group:g:member", "group:g:owner", "project:o/0:read", "project:o/1:read"], content.EntitlementIds);
        Assert.Equal(
            ["group:g:member:group:h", "group:g:owner:user:owner of g", "project:o/0:read:user:reader of o/0", "project:o/1:read:user:reader of o/1"],
            content.GrantIds);
        Assert.Equal(["group", "org", "project", "user"], content.ResourceTypes.Select(static t => t.Id).Order());
        Assert.Empty(_listed);
        Assert.False(content.Sync.SupportsDiff);
        Assert.Contains("\"should_fetch_related_resources\":true", content.Sync.Token);
    }

    [Fact]
    public async Task The_parent_is_that_of_the_id()
    {
        await SyncAsync(Only("bid:r:org/o/project/p"), Source);
        Assert.Equal("o", (await ReadAsync()).Resource("project", "p").ParentResourceId.Resource);
    }

    [Fact]
    public async Task Each_is_a_sync_of_its_own_with_the_last_full_one_as_parent()
    {
        await SyncAsync(Only("bid:r:group/g"), Source);
        Assert.Equal("", (await ReadAsync()).Sync.ParentSyncId);
        var full = await SyncAsync(Source);
        await SyncAsync(Only("bid:r:group/g"), Source);
        await SyncAsync(Only("bid:r:group/g2"), Source);
        var content = await ReadAsync();
        Assert.Equal(["partial", "full", "partial", "partial"], content.Syncs.Select(static s => s.Type.Name));
        Assert.Equal([full.SyncId, full.SyncId], content.Syncs.Skip(2).Select(static s => s.ParentSyncId));
        Assert.Equal(["group:g2"], content.ResourceIds);
    }

    [Fact]
    public async Task What_is_gone_and_what_cannot_be_got_is_a_warning()
    {
        var summary = await SyncAsync(Only("bid:r:group/gone", "bid:r:org/gone", "bid:r:user/u", "bid:r:martian/m", "bid:r:group/g"), Source);
        Assert.Equal(["group:g"], (await ReadAsync()).ResourceIds);
        Assert.Equal(4, summary.Warnings.Count);
        Assert.Contains(summary.Warnings, static w => w.ToString().Contains("\"org\" that were to be synced (1): getting org:gone: the source does not have it"));
        Assert.Contains(summary.Warnings, static w => w.Text.Contains("\"martian\"") && w.Text.Contains("cannot get single ones"));
        Assert.Contains(summary.Warnings, static w => w.Text.Contains("\"user\"") && w.Text.Contains("cannot get single ones"));
    }

    [Fact]
    public async Task Only_gone_ones_leave_an_empty_sync_and_not_a_full_one()
    {
        await SyncAsync(Only("bid:r:martian/m"), Source);
        var content = await ReadAsync();
        Assert.Equal("partial", content.Sync.Type.Name);
        Assert.Empty(content.Resources);
        Assert.Empty(_listed);
    }

    [Fact]
    public async Task Types_outside_the_filter_are_left_out()
    {
        await SyncAsync(Only("bid:r:group/g", "bid:r:org/o") with { ResourceTypes = ["org"] }, Source);
        Assert.Equal(["org:o"], (await ReadAsync()).ResourceIds);
    }

    [Fact]
    public async Task Who_holds_a_resource_is_stored_also_when_the_type_is_outside_the_filter()
    {
        var summary = await SyncAsync(Only("bid:r:group/g") with { ResourceTypes = ["group"] }, Source);
        Assert.Equal(["group:g:member:group:h", "group:g:owner:user:owner of g"], (await ReadAsync()).GrantIds);
        Assert.Equal(0, summary.GrantsDropped);
    }

    [Fact]
    public async Task Without_grants_entitlements_stay()
    {
        await SyncAsync(Only("bid:r:group/g") with { SkipGrants = true }, Source);
        var content = await ReadAsync();
        Assert.Equal(["group:g:member", "group:g:owner"], content.EntitlementIds);
        Assert.Empty(content.Grants);
        Assert.Contains("\"should_skip_grants\":true", content.Sync.Token);
    }

    [Fact]
    public async Task Without_entitlements_resources_stay()
    {
        await SyncAsync(Only("bid:r:group/g") with { SkipEntitlementsAndGrants = true }, Source);
        var content = await ReadAsync();
        Assert.Equal(["group:g"], content.ResourceIds);
        Assert.Empty(content.Entitlements);
        Assert.Equal("partial", content.Sync.Type.Name);
    }

    [Fact]
    public async Task A_failed_one_is_not_gone_on_with_and_does_not_stay()
    {
        ResourceSyncer failing = new FakeSyncer(Orgs.Definition) { One = static _ => throw new ConnectorException(ErrorCode.PermissionDenied, "no") };
        await Assert.ThrowsAsync<ConnectorException>(() => SyncAsync(Only("bid:r:org/o"), failing));
        var failed = (await ReadAsync()).Sync;
        Assert.Null(failed.EndedAt);
        await SyncAsync(Only("bid:r:org/o"), Source);
        Assert.NotEqual(failed.Id, Assert.Single((await ReadAsync()).Syncs).Id);
    }

    [Fact]
    public async Task Skipping_the_full_sync_validates_and_stores_an_empty_one()
    {
        var validated = false;
        var manifest = new FakeManifest(Source)
        {
            Validate = _ =>
            {
                validated = true;
                return Task.CompletedTask;
            },
        };
        var summary = await SyncAsync(manifest, Options with { SkipFullSync = true }, Stop);
        Assert.True(validated);
        Assert.Empty(_listed);
        var content = await ReadAsync();
        Assert.Equal((summary.SyncId, "full"), (content.Sync.Id, content.Sync.Type.Name));
        Assert.NotNull(content.Sync.EndedAt);
        Assert.Empty(content.ResourceTypes);
    }
}
