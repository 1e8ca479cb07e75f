using Baton.Protocol.Connector.V2;
using static Baton.C1Z.Tests.Sample;

namespace Baton.C1Z.Tests;

/// <summary>Differences of syncs, and syncs of several files made into one.</summary>
public sealed class MergingTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly TestTime _time = new();

    public void Dispose()
    {
        _folder.AssertNoLeftovers();
        _folder.Dispose();
    }

    [Fact]
    public async Task DiffInFile_HoldsWhatIsNew()
    {
        var path = _folder.File("a.c1z");
        await using var file = await C1ZFile.OpenAsync(path, _folder.Options(_time), Cancel);
        var first = Sync(file, ["ann"]);
        _time.Advance(TimeSpan.FromMinutes(1));
        var second = Sync(file, ["ann", "ben"]);
        _time.Advance(TimeSpan.FromMinutes(1));
        var diff = file.DiffSyncs(first, second);
        await file.SaveAsync(Cancel);

        Assert.Equal((SyncType.Partial, first), (diff.Type, diff.ParentSyncId));
        Assert.NotNull(diff.EndedAt);
        await using var reader = await C1ZReader.OpenAsync(path, _folder.Options(_time), Cancel);
        Assert.Equal(diff.Id, reader.Sync!.Id);
        Assert.Equal(["ben"], await Users(reader));
        Assert.Equal(["group:eng:member:user:ben"], await Grants(reader));
        Assert.Empty(await reader.EntitlementsAsync(null, Cancel).ToListAsync(Cancel));
        using var database = await RawDatabase.OfAsync(_folder, path);
        Assert.Equal(
            database.Column($"SELECT discovered_at FROM v1_grants WHERE sync_id = '{second}' AND external_id LIKE '%ben'"),
            database.Column($"SELECT discovered_at FROM v1_grants WHERE sync_id = '{diff.Id}'"));
        Assert.Equal([null], database.Column($"SELECT expansion FROM v1_grants WHERE sync_id = '{diff.Id}'"));
    }

    [Fact]
    public async Task DiffInFile_NeedsFinishedSyncs()
    {
        await using var file = await C1ZFile.OpenAsync(_folder.File("a.c1z"), _folder.Options(_time), Cancel);
        var finished = Sync(file, ["ann"]);
        Assert.Equal(C1ZError.SyncNotFound, Assert.Throws<C1ZException>(() => file.DiffSyncs(finished, "nope")).Error);
        Assert.Equal(C1ZError.SyncNotFound, Assert.Throws<C1ZException>(() => file.DiffSyncs("nope", finished)).Error);
    }

    [Fact]
    public async Task DiffOfFiles_IsAPairThatLeadsFromOneToTheOther()
    {
        var older = await WriteAsync("old.c1z", ["ann", "carl"]);
        await using var file = await C1ZFile.OpenAsync(_folder.File("new.c1z"), _folder.Options(_time), Cancel);
        var newer = Sync(file, ["ann", "ben"], changed: "ann");
        var (deletions, upserts) = file.DiffWith(older, newer, Cancel);
        await file.SaveAsync(Cancel);

        Assert.Equal((SyncType.PartialDeletions, SyncType.PartialUpserts), (deletions.Type, upserts.Type));
        Assert.Equal((older.SyncId, older.SyncId), (deletions.ParentSyncId, upserts.ParentSyncId));
        Assert.Equal((upserts.Id, deletions.Id), (deletions.LinkedSyncId, upserts.LinkedSyncId));
        Assert.True(deletions.SupportsDiff && upserts.SupportsDiff);
        await using var reader = await C1ZReader.OpenAsync(file.Path, _folder.Options(_time), Cancel);
        await reader.UseSyncAsync(deletions.Id, Cancel);
        Assert.Equal(["carl"], await Users(reader));
        Assert.Equal(["group:eng:member:user:carl"], await Grants(reader));
        await reader.UseSyncAsync(upserts.Id, Cancel);
        Assert.Equal(["ann", "ben"], await Users(reader)); // ann is not what she was
        Assert.Equal(["group:eng:member:user:ben"], await Grants(reader));
        var grant = await reader.GrantsAsync(new() { WithExpansion = true }, Cancel).SingleAsync(Cancel);
        Assert.Equal(["user:ben:friend"], grant.Annotations.Single().Unpack<GrantExpandable>().EntitlementIds);
    }

    [Fact]
    public async Task Merging_TakesNoHalfOfADifference()
    {
        var older = await WriteAsync("old.c1z", ["ann", "carl"]);
        var newer = _folder.File("new.c1z");
        SyncRun upserts;
        await using (var file = await C1ZFile.OpenAsync(newer, _folder.Options(_time), Cancel))
        {
            (_, upserts) = file.DiffWith(older, Sync(file, ["ann", "ben"]), Cancel);
            await file.SaveAsync(Cancel);
        }
        var failure = await Assert.ThrowsAsync<C1ZException>(() =>
            SyncCompactor.RunAsync([older, new(newer, upserts.Id)], Path.GetDirectoryName(newer)!, _folder.Options(_time), Cancel));
        Assert.Equal(C1ZError.SyncNotFound, failure.Error);
        Assert.Contains($"{upserts.Id} in {newer} is half of a difference", failure.Message);
    }

    [Fact]
    public async Task DiffOfFiles_NeedsSyncsThatReachedTheStage()
    {
        var older = await WriteAsync("old.c1z", ["ann"]);
        await using var file = await C1ZFile.OpenAsync(_folder.File("new.c1z"), _folder.Options(_time), Cancel);
        var run = file.StartSync(SyncType.Full);
        file.EndSync();
        var failure = Assert.Throws<C1ZException>(() => file.DiffWith(older, run.Id, Cancel));
        Assert.Contains("cannot be compared", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compaction_KeepsOfEachRowTheOneFoundLast()
    {
        var first = await WriteAsync("1.c1z", ["ann", "ben"]);
        _time.Advance(TimeSpan.FromMinutes(1));
        var second = await WriteAsync("2.c1z", ["ann", "carl"], changed: "ann");
        var forward = await CompactAsync(first, second);
        var backward = await CompactAsync(second, first);
        Assert.Equal(["ann", "ben", "carl"], forward.Names);
        Assert.Equal("changed", forward.NameOfAnn);
        Assert.Equal(forward.Names, backward.Names);
        Assert.Equal("changed", backward.NameOfAnn);
        Assert.Equal(SyncType.Full, forward.Run.Type);
        Assert.Equal(3, forward.Run.Stats!.Grants);
    }

    [Fact]
    public async Task Compaction_OfAPartialSync_AddsToTheFullOneAndExpands()
    {
        var full = await WriteAsync("1.c1z", ["ann"]);
        _time.Advance(TimeSpan.FromMinutes(1));
        SyncInFile partial;
        await using (var file = await C1ZFile.OpenAsync(_folder.File("2.c1z"), _folder.Options(_time), Cancel))
        {
            partial = new(file.Path, file.StartSync(SyncType.Partial, full.SyncId).Id);
            file.Put(Type("group"));
            file.Put(Resource("group", "all"));
            file.Put(Entitlement("group", "all", "member"));
            file.Put(Sample.Grant(Entitlement("group", "all", "member"), "group", "eng", "group:eng:member"));
            file.EndSync();
            await file.SaveAsync(Cancel);
        }
        var (run, _, _, grants) = await CompactAsync(full, partial);
        Assert.Equal((SyncType.Full, true), (run.Type, run.SupportsDiff));
        Assert.Equal(["group:all:member:group:eng", "group:all:member:user:ann", "group:eng:member:user:ann"], grants);
        Assert.Equal(_time.GetLocalNow().DateTime, run.EndedAt!.Value.DateTime); // the later of both
    }

    [Fact]
    public async Task Compaction_OfOneSync_OrAMissingOne_WritesNothing()
    {
        var only = await WriteAsync("1.c1z", ["ann"]);
        await Assert.ThrowsAsync<ArgumentException>(() => SyncCompactor.RunAsync([only], _folder.File("."), _folder.Options(_time), Cancel));
        var failure = await Assert.ThrowsAsync<C1ZException>(() =>
            SyncCompactor.RunAsync([only, only with { SyncId = "nope" }], _folder.File("."), _folder.Options(_time), Cancel));
        Assert.Equal(C1ZError.SyncNotFound, failure.Error);
        Assert.Equal(["1.c1z"], _folder.Names());
    }

    async Task<SyncInFile> WriteAsync(string name, string[] users, string? changed = null)
    {
        await using var file = await C1ZFile.OpenAsync(_folder.File(name), _folder.Options(_time), Cancel);
        var id = Sync(file, users, changed);
        await file.SaveAsync(Cancel);
        return new(file.Path, id);
    }

    static string Sync(C1ZFile file, string[] users, string? changed = null)
    {
        file.StartSync(SyncType.Full);
        file.Put(Type("user"), Type("group"));
        file.Put([.. users.Select(static u => Resource("user", u)), Resource("group", "eng")]);
        if (changed is not null)
            file.Put(new Resource { Id = Key("user", changed), DisplayName = "changed" });
        var member = Entitlement("group", "eng", "member");
        file.Put(member);
        file.Put([.. users.Select(u => Sample.Grant(member, "user", u, u == "ben" ? ["user:ben:friend"] : []))]);
        file.SetSupportsDiff();
        return file.EndSync().Id;
    }

    async Task<(SyncRun Run, List<string> Names, string NameOfAnn, List<string> Grants)> CompactAsync(params SyncInFile[] syncs)
    {
        var compacted = await SyncCompactor.RunAsync(syncs, _folder.File("."), _folder.Options(_time), Cancel);
        Assert.Equal($"compacted-{compacted.SyncId}.c1z", Path.GetFileName(compacted.File));
        await using var reader = await C1ZReader.OpenAsync(compacted.File, _folder.Options(_time), Cancel);
        var run = await reader.SyncRunsAsync(Cancel).SingleAsync(Cancel);
        Assert.Equal(compacted.SyncId, run.Id);
        return (run, await Users(reader), (await reader.FindResourceAsync("user", "ann", Cancel))!.DisplayName, await Grants(reader));
    }

    static async Task<List<string>> Users(C1ZReader reader) =>
        [.. (await reader.ResourcesAsync(new() { ResourceTypeId = "user" }, Cancel).ToListAsync(Cancel)).Select(static r => r.Id.Resource).Order(StringComparer.Ordinal)];

    static async Task<List<string>> Grants(C1ZReader reader) =>
        [.. (await reader.GrantsAsync(null, Cancel).ToListAsync(Cancel)).Select(static g => g.Id).Order(StringComparer.Ordinal)];
}
