namespace Baton.C1Z.Tests;

/// <summary>Which syncs cleaning up deletes. A sync is written as type, start day and end day.</summary>
public sealed class CleanupTests : IDisposable
{
    readonly TestFolder _folder = new();

    string Target => _folder.File("sync.c1z");

    public void Dispose() => _folder.Dispose();

    /// <summary>Syncs in the file; keep; whether one is open; what stays.</summary>
    [Theory]
    [InlineData("full 1 2", null, false, "0")]
    [InlineData("full 1 2,full 3 4", null, false, "0 1")]
    [InlineData("full 1 2,full 3 4,full 5 6", null, false, "1 2")]
    [InlineData("full 1 2,full 3 4", null, true, "1")]
    [InlineData("full 1 2,full 3 4,full 5 6,full 7 8,partial 9 10", null, true, "3 4")]
    [InlineData("full 1 2,full 3 4", 1, true, "")]
    [InlineData("full 1 2,full 3 4,full 5 6", 3, false, "0 1 2")]
    [InlineData("full 1 2,full 3 4,full 5 6", 0, false, "1 2")]
    [InlineData("full 1 2,full 3 -,full 5 6,full 7 8", null, false, "1 2 3")] // unfinished ones stay and do not count
    [InlineData("full 1 2,strange 3 4,full 5 6", null, false, "1 2")] // an unknown type counts as full
    [InlineData("partial 1 2,full 3 4,full 5 6", null, false, "0 1 2")] // no full sync too many: parts stay
    [InlineData("partial 1 2,full 3 4,partial 4 5,full 6 7,resources_only 5 8,full 9 10", null, false, "3 4 5")]
    [InlineData("partial 1 2,full 3 4,partial 1 5,full 6 7", null, true, "2 3")] // open: the cutoff is the last deleted one
    [InlineData("partial_upserts 1 2,partial_deletions 1 2", null, false, "0 1")]
    [InlineData("partial_upserts 1 2,partial_deletions 1 2,partial_upserts 3 4 3,partial_deletions 3 4 2", null, false, "2 3")]
    [InlineData("partial_upserts 1 2,partial_deletions 1 2,partial_upserts 3 4", null, false, "2")]
    public async Task Cleanup_Syncs_KeepsTheRightOnes(string syncs, int? keep, bool isOpen, string expected)
    {
        await CreateAsync(syncs);
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options() with { KeepSyncCount = keep }, Sample.Cancel))
        {
            if (isOpen)
            {
                file.StartSync(SyncType.Full);
                file.PutAll();
            }
            file.Cleanup(Sample.Cancel);
            await file.SaveAsync(Sample.Cancel);
        }
        using var database = await RawDatabase.OfAsync(_folder, Target);
        Assert.Equal(expected, string.Join(' ', database.Column("SELECT sync_id FROM v1_sync_runs WHERE length(sync_id) < 27 ORDER BY id")));
        Assert.Equal(isOpen ? 1L : 0L, database.Scalar("SELECT count(*) FROM v1_sync_runs WHERE length(sync_id) = 27"));
        foreach (var table in new[] { "v1_resource_types", "v1_resources", "v1_entitlements", "v1_grants", "v1_assets", "v1_connector_sessions" })
            Assert.Equal(0L, database.Scalar($"SELECT count(*) FROM {table} WHERE sync_id NOT IN (SELECT sync_id FROM v1_sync_runs)"));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), database.Column("SELECT sync_id FROM v1_assets ORDER BY id"));
        Assert.Equal(0L, database.Scalar("PRAGMA freelist_count"));
        Assert.Equal("ok", database.Scalar("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Cleanup_SkipOption_KeepsEverything()
    {
        await CreateAsync("full 1 2,full 3 4,full 5 6,full 7 8");
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options() with { SkipCleanup = true }, Sample.Cancel))
        {
            file.Cleanup(Sample.Cancel);
            await file.SaveAsync(Sample.Cancel);
        }
        using var database = await RawDatabase.OfAsync(_folder, Target);
        Assert.Equal(4L, database.Scalar("SELECT count(*) FROM v1_sync_runs"));
    }

    [Fact]
    public async Task Cleanup_ManyRows_DeletesInBatchesAndShrinksTheFile()
    {
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))
            await file.SaveAsync(Sample.Cancel);
        await Edit.SqlAsync(
            _folder, Target, Run("old", "full", 1, "'2026-01-02 00:00:00'", ""), Run("new", "full", 3, "'2026-01-04 00:00:00'", ""),
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 120000)
            INSERT INTO v1_grants (resource_type_id, resource_id, entitlement_id, principal_resource_type_id, principal_resource_id, external_id, data, sync_id, discovered_at)
            SELECT 'group', 'g', 'group:g:member', 'user', i, 'group:g:member:user:' || i, X'', iif(i % 1000 = 0, 'new', 'old'), '2026-01-01 00:00:00' FROM n
            """);
        SavedFile before, after;
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options() with { KeepSyncCount = 1 }, Sample.Cancel))
        {
            before = await file.SaveAsync(Sample.Cancel);
            file.Cleanup(Sample.Cancel);
            after = await file.SaveAsync(Sample.Cancel);
        }
        using var database = await RawDatabase.OfAsync(_folder, Target);
        Assert.Equal(["new"], database.Column("SELECT DISTINCT sync_id FROM v1_grants"));
        Assert.Equal(121L, database.Scalar("SELECT count(*) FROM v1_grants"));
        Assert.Equal(16L, database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'index'"));
        Assert.True(after.DatabaseBytes < before.DatabaseBytes / 50);
    }

    async Task CreateAsync(string syncs)
    {
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))
            await file.SaveAsync(Sample.Cancel);
        var statements = syncs.Split(',').SelectMany((sync, i) =>
        {
            var parts = sync.Split(' ');
            return new[]
            {
                Run($"{i}", parts[0], int.Parse(parts[1]), parts[2] == "-" ? "NULL" : $"'{Day(int.Parse(parts[2]))}'", parts.ElementAtOrDefault(3) ?? ""),
                $"INSERT INTO v1_resource_types (external_id, data, sync_id, discovered_at) VALUES ('t', X'', '{i}', '{Day(1)}')",
                $"INSERT INTO v1_assets (external_id, content_type, data, sync_id, discovered_at) VALUES ('a', 'x', X'', '{i}', '{Day(1)}')",
                $"INSERT INTO v1_connector_sessions (sync_id, key, value) VALUES ('{i}', 'k', X'')",
            };
        });
        await Edit.SqlAsync(_folder, Target, [.. statements]);
    }

    static string Run(string id, string type, int start, string end, string linked) =>
        "INSERT INTO v1_sync_runs (sync_id, started_at, ended_at, sync_token, sync_type, linked_sync_id, grants_backfilled) "
        + $"VALUES ('{id}', '{Day(start)}', {end}, '', '{type}', '{linked}', 1)";

    static string Day(int day) => $"2026-01-{day:00} 00:00:00";
}
