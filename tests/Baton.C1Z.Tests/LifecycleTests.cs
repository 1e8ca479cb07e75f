using Baton.Protocol;
using Baton.Protocol.Connector.V2;

namespace Baton.C1Z.Tests;

/// <summary>A sync from start to end, as its row shows it.</summary>
public sealed class LifecycleTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly TestTime _time = new();

    string Target => _folder.File("sync.c1z");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task StartSync_Row_HasTheValuesOfTheFormat()
    {
        await using var file = await OpenAsync();
        var run = file.StartSync(SyncType.Full);
        await file.SaveAsync(Sample.Cancel);
        Assert.True(Ksuid.IsValid(run.Id));
        using var database = await RawDatabase.OfAsync(_folder, Target);
        Assert.Equal(
            [1L, run.Id, "2026-03-01 07:00:00", null, "", "full", "", "", 0L, 1L, null, "", "", ""],
            Assert.Single(database.Rows(
                "SELECT id, sync_id, started_at, ended_at, sync_token, sync_type, parent_sync_id, linked_sync_id, supports_diff, grants_backfilled, "
                    + "stats, ingest_invariant_generation, ingest_invariant_coverage, ingest_invariant_mode FROM v1_sync_runs")));
    }

    [Fact]
    public async Task EndSync_Row_HasTokenFlagTimesAndStats()
    {
        await using var file = await OpenAsync();
        file.StartSync(SyncType.Full);
        file.PutAll();
        file.Checkpoint("""{"current_action_id":3,"version":1}""");
        file.SetSupportsDiff();
        _time.Advance(TimeSpan.FromTicks(12_345_000));
        var run = file.EndSync();
        Assert.Null(file.CurrentSync);
        await file.SaveAsync(Sample.Cancel);

        const string Stats = """{"resource_types":2,"resources":3,"entitlements":1,"grants":2,"resources_by_resource_type":{"group":1,"user":2},"grants_by_resource_type":{"group":2},"entitlements_by_resource_type":{"group":1}}""";
        Assert.Equal(Stats, run.Stats!.ToJson());
        using var database = await RawDatabase.OfAsync(_folder, Target);
        Assert.Equal(
            ["2026-03-01 07:00:00", "2026-03-01 07:00:01.2345", """{"current_action_id":3,"version":1}""", 1L, Stats],
            Assert.Single(database.Rows("SELECT started_at, ended_at, sync_token, supports_diff, stats FROM v1_sync_runs")));
    }

    [Fact]
    public async Task Put_DiscoveredAt_IsTheLocalTimeOfTheBatch()
    {
        await using var file = await OpenAsync();
        file.StartSync(SyncType.Full);
        _time.Advance(TimeSpan.FromMilliseconds(250));
        file.Put(Sample.Type("user"), Sample.Type("group"));
        await file.SaveAsync(Sample.Cancel);
        using var database = await RawDatabase.OfAsync(_folder, Target);
        Assert.Equal(["2026-03-01 07:00:00.25", "2026-03-01 07:00:00.25"], database.Column("SELECT discovered_at FROM v1_resource_types"));
    }

    [Fact]
    public async Task ResumeSync_AfterSaving_GoesOnWithTokenAndRows()
    {
        string id;
        await using (var file = await OpenAsync())
        {
            id = file.StartSync(SyncType.Full).Id;
            file.Put(Sample.Type("user"));
            file.Checkpoint("half");
            await file.SaveAsync(Sample.Cancel);
        }
        _time.Advance(TimeSpan.FromDays(6));
        await using (var file = await OpenAsync())
        {
            var found = file.FindUnfinished(SyncType.Full);
            Assert.Equal((id, "half"), (found!.Id, found.Token));
            Assert.Equal(found, file.ResumeSync(id));
            Assert.True(file.HasResourceType("user"));
            Assert.False(file.HasResourceType("group"));
            file.PutAll();
            Assert.Equal(id, file.EndSync().Id);
            Assert.Null(file.FindUnfinished(SyncType.Full));
            await file.SaveAsync(Sample.Cancel);
        }
        await using var reader = await C1ZReader.OpenAsync(Target, _folder.Options(_time), Sample.Cancel);
        Assert.Equal(2, (await reader.GrantsAsync(null, Sample.Cancel).ToListAsync(Sample.Cancel)).Count);
    }

    [Fact]
    public async Task FindUnfinished_SeveralTypesAndAges_GivesTheNewestOfTheType()
    {
        await using (var file = await OpenAsync())
        {
            file.StartSync(SyncType.Full);
            await file.SaveAsync(Sample.Cancel);
        }
        _time.Advance(TimeSpan.FromHours(1));
        string newest;
        await using (var file = await OpenAsync())
        {
            Assert.Null(file.FindUnfinished(SyncType.Partial));
            newest = file.StartSync(SyncType.Full).Id;
            await file.SaveAsync(Sample.Cancel);
        }
        await using (var file = await OpenAsync())
        {
            Assert.Equal(newest, file.FindUnfinished(SyncType.Full)!.Id);
            _time.Advance(TimeSpan.FromDays(7));
            Assert.Equal(newest, file.FindUnfinished(SyncType.Full)!.Id);
            _time.Advance(TimeSpan.FromTicks(1));
            Assert.Null(file.FindUnfinished(SyncType.Full));
        }
    }

    [Fact]
    public async Task Calls_InTheWrongOrder_Throw()
    {
        await using var file = await OpenAsync();
        Assert.Throws<InvalidOperationException>(() => file.Checkpoint("x"));
        Assert.Throws<InvalidOperationException>(file.SetSupportsDiff);
        Assert.Throws<InvalidOperationException>(file.EndSync);
        Assert.Throws<InvalidOperationException>(() => file.Put(Sample.Type("user")));
        Assert.Throws<ArgumentException>(() => file.StartSync(SyncType.Full, "parent"));
        Assert.Throws<ArgumentException>(() => file.StartSync(SyncType.ResourcesOnly, "parent"));
        Assert.Equal(C1ZError.SyncNotFound, Assert.Throws<C1ZException>(() => file.ResumeSync("nothing")).Error);
        var id = file.StartSync(SyncType.Partial, "parent").Id;
        Assert.Equal("parent", file.CurrentSync!.ParentSyncId);
        Assert.Throws<InvalidOperationException>(() => file.StartSync(SyncType.Full));
        file.EndSync();
        Assert.Throws<InvalidOperationException>(() => file.ResumeSync(id));
        await file.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => file.StartSync(SyncType.Full));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await file.SaveAsync(Sample.Cancel));
    }

    [Fact]
    public async Task ReadResources_WhileMoreAreStored_SeesAllInOrder()
    {
        await using var file = await OpenAsync();
        file.StartSync(SyncType.Full);
        file.Put(Sample.Resource("user", "a"), Sample.Resource("group", "g"), Sample.Resource("user", "b", Sample.Key("org", "o")));
        long cursor = 0;
        var read = new List<StoredResource>();
        Assert.Equal(1, file.ReadResources("user", ref cursor, read, 1));
        file.Put(Sample.Resource("user", "c"), Sample.Resource("user", "a"));
        Assert.Equal(2, file.ReadResources("user", ref cursor, read, 10));
        Assert.Equal(0, file.ReadResources("user", ref cursor, read, 10));
        Assert.Equal([new(1, "a", null, null), new(3, "b", "org", "o"), new(4, "c", null, null)], read);
        file.EndSync();
        file.StartSync(SyncType.Full);
        cursor = 0;
        Assert.Equal(0, file.ReadResources("user", ref cursor, read, 10));
    }

    [Fact]
    public async Task ReadResources_WhatAResourceSkips_IsItsAnnotation()
    {
        await using var file = await OpenAsync();
        file.StartSync(SyncType.Full);
        var named = Sample.Resource("user", "named");
        named.Description = "type.googleapis.com/c1.connector.v2.SkipGrants";
        var (both, grants, entitlements) = (Sample.Resource("user", "both"), Sample.Resource("user", "grants"), Sample.Resource("user", "entitlements"));
        both.Annotations.Add(new SkipEntitlementsAndGrants().ToAny());
        grants.Annotations.Add(new SkipGrants().ToAny());
        entitlements.Annotations.Add(new SkipEntitlements().ToAny());
        file.Put(named, both, grants, entitlements);
        long cursor = 0;
        var read = new List<StoredResource>();
        file.ReadResources("user", ref cursor, read, 10);
        Assert.Equal([(false, false), (true, true), (false, true), (true, false)], read.Select(r => (r.SkipsEntitlements, r.SkipsGrants)));
    }

    [Fact]
    public async Task SaveAsync_InTheMiddle_LeavesTheSyncGoingOn()
    {
        await using var file = await OpenAsync();
        file.StartSync(SyncType.Full);
        file.Put(Sample.Type("user"));
        await file.SaveAsync(Sample.Cancel);
        file.Put(Sample.Type("group"));
        file.EndSync();
        var saved = await file.SaveAsync(Sample.Cancel);
        Assert.Equal(new FileInfo(Target).Length, saved.FileBytes);
        using var database = await RawDatabase.OfAsync(_folder, Target);
        Assert.Equal(["user", "group"], database.Column("SELECT external_id FROM v1_resource_types ORDER BY id"));
        Assert.Equal((long)database.Scalar("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")!, saved.DatabaseBytes);
    }

    ValueTask<C1ZFile> OpenAsync() => C1ZFile.OpenAsync(Target, _folder.Options(_time), Sample.Cancel);
}
