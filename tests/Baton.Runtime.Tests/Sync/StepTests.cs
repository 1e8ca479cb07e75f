using System.Text.Json;
using Baton.Sync;

namespace Baton.Runtime.Tests.Sync;

/// <summary>The order of a sync, and what it leaves in the file.</summary>
public sealed class StepTests : SyncTest
{
    static FakeSyncer SomeUsers => new(Users.Definition) { Items = [new("alice", "Alice"), new("bob")] };

    static FakeSyncer SomeGroups => new(Groups.Definition)
    {
        Items = [new("eng", "Engineering")],
        PerModel = { ["member"] = static _ => [Grantee.User<Users>("alice")] },
        PerResource = { ["owner"] = static (_, _, _) => Task.FromResult(new Page<Grantee>([Grantee.User<Users>("bob")])) },
    };

    [Fact]
    public async Task Rows_have_the_ids_of_the_format()
    {
        await SyncAsync(SomeUsers, SomeGroups);
        var content = await ReadAsync();
        Assert.Equal(["group", "user"], content.ResourceTypes.Select(static t => t.Id).Order());
        Assert.Equal(["group:eng", "user:alice", "user:bob"], content.ResourceIds);
        Assert.Equal(["group:eng:member", "group:eng:owner"], content.EntitlementIds);
        Assert.Equal(["group:eng:member:user:alice", "group:eng:owner:user:bob"], content.GrantIds);
        Assert.All(content.Grants, static g => Assert.Equal("user", g.Principal.Id.ResourceType));
        Assert.Equal("group:eng:owner", content.Grants.Single(static g => g.Principal.Id.Resource == "bob").Entitlement.Id);
        Assert.Equal("bob", content.Resource("user", "bob").DisplayName);
    }

    [Fact]
    public async Task Steps_follow_each_other()
    {
        await SyncAsync(SomeUsers, SomeGroups);
        Assert.Equal(
            [
                "start Validate", "end Validate",
                "start ResourceTypes", "end ResourceTypes",
                "start Resources", "list group", "list user", "end Resources",
                "start Grants", "list group", "end Grants",
                "start Expansion", "end Expansion",
                "start Save", "end Save",
            ],
            Progress.Events);
        Assert.Equal(new SyncCounts(3, 2, 2), Progress.Rows);
    }

    [Fact]
    public async Task The_sync_is_finished_and_its_state_is_empty()
    {
        var summary = await SyncAsync(SomeUsers, SomeGroups);
        var content = await ReadAsync();
        Assert.Equal(summary.SyncId, content.Sync.Id);
        Assert.Equal("full", content.Sync.Type.Name);
        Assert.NotNull(content.Sync.EndedAt);
        Assert.True(content.Sync.SupportsDiff);
        // init, types, 4 planners, 2 listings, the grants of eng, expansion; and the entitlements of eng, which came with it
        Assert.Equal("""{"current_action_id":10,"completed_actions_count":11,"ingest_quality":{},"version":1}""", content.WithoutOwn);
    }

    [Fact]
    public async Task The_summary_counts_what_is_stored()
    {
        var summary = await SyncAsync(SomeUsers, SomeGroups);
        Assert.Equal(
            [new("group", "Group", new(1, 2, 2)), new ResourceTypeCounts("user", "User", new(2, 0, 0))],
            summary.ResourceTypes);
        Assert.Equal(new SyncCounts(3, 2, 2), summary.Total);
        Assert.Equal(File, summary.File);
        Assert.Equal(new FileInfo(File).Length, summary.FileBytes);
        Assert.Empty(summary.Warnings);
        Assert.False(summary.NeedsExpansion);
        Assert.Equal(Enum.GetValues<SyncStep>(), summary.Durations.Keys.Order());
    }

    [Fact]
    public async Task Without_entitlements_and_grants_the_sync_is_another_kind()
    {
        var summary = await SyncAsync(Options with { SkipEntitlementsAndGrants = true }, SomeUsers, SomeGroups);
        var content = await ReadAsync();
        Assert.Equal(new SyncCounts(3, 0, 0), summary.Total);
        Assert.Equal("resources_only", content.Sync.Type.Name);
        Assert.Equal("resources_only", summary.SyncType);
        Assert.False(content.Sync.SupportsDiff);
        Assert.Empty(content.Entitlements);
        Assert.Empty(content.Grants);
        Assert.True(JsonDocument.Parse(content.Sync.Token).RootElement.GetProperty("should_skip_entitlements_and_grants").GetBoolean());
        Assert.DoesNotContain("start Grants", Progress.Events);
        Assert.DoesNotContain("start Expansion", Progress.Events);
    }

    [Fact]
    public async Task Without_grants_the_sync_stays_full()
    {
        var summary = await SyncAsync(Options with { SkipGrants = true }, SomeUsers, SomeGroups);
        var content = await ReadAsync();
        Assert.Equal(new SyncCounts(3, 2, 0), summary.Total);
        Assert.Equal("full", content.Sync.Type.Name);
        Assert.True(JsonDocument.Parse(content.Sync.Token).RootElement.GetProperty("should_skip_grants").GetBoolean());
    }

    [Fact]
    public async Task A_type_without_resources_is_stored()
    {
        var summary = await SyncAsync(new FakeSyncer(Users.Definition));
        Assert.Equal([new ResourceTypeCounts("user", "User", default)], summary.ResourceTypes);
        Assert.Equal("user", Assert.Single((await ReadAsync()).ResourceTypes).Id);
    }

    [Fact]
    public async Task A_connector_without_types_is_an_error()
    {
        Assert.Equal(ErrorCode.FailedPrecondition, (await FailAsync()).Code);
        Assert.False(System.IO.File.Exists(File));
    }
}
