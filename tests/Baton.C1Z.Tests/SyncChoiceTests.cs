namespace Baton.C1Z.Tests;

/// <summary>Which of several syncs is read.</summary>
public sealed class SyncChoiceTests : IDisposable
{
    readonly TestFolder _folder = new();

    string Target => _folder.File("sync.c1z");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenAsync_NewerPartial_ReadsThePartial()
    {
        await CreateAsync(
            Run("full", "2026-02-01 10:00:00", "'2026-02-01 11:00:00'"), Run("partial", "2026-02-02 10:00:00", "'2026-02-02 11:00:00'", "partial"));
        await using var reader = await OpenAsync();
        Assert.Equal("partial", reader.Sync!.Id);
        Assert.Equal("full", (await reader.LatestFinishedAsync(SyncType.Full, Sample.Cancel))!.Id);
        Assert.Null(await reader.LatestFinishedAsync(SyncType.ResourcesOnly, Sample.Cancel));
    }

    [Fact]
    public async Task OpenAsync_SameEnd_TakesTheGreaterId()
    {
        await CreateAsync(
            Run("bbb", "2026-02-01 10:00:00", "'2026-02-01 11:00:00'"), Run("aaa", "2026-02-01 10:30:00", "'2026-02-01 11:00:00'"));
        await using var reader = await OpenAsync();
        Assert.Equal("bbb", reader.Sync!.Id);
    }

    [Fact]
    public async Task OpenAsync_TimesOfDifferentLayouts_CompareAsText()
    {
        // "T" sorts behind the space: the earlier sync wins, in every other program too.
        await CreateAsync(
            Run("later", "2026-02-01 10:00:00", "'2026-02-01 12:00:00'"), Run("earlier", "2026-02-01 10:00:00", "'2026-02-01T11:00:00Z'"));
        await using var reader = await OpenAsync();
        Assert.Equal("earlier", reader.Sync!.Id);
    }

    [Fact]
    public async Task OpenAsync_OnlyUnfinished_TakesTheNewestOfSevenDays()
    {
        await CreateAsync(Run("old", "2026-02-23 07:00:00", "NULL"), Run("new", "2026-02-28 07:00:00", "NULL", "partial"), Run("mid", "2026-02-27 07:00:00", "NULL"));
        await using var reader = await OpenAsync();
        Assert.Equal("new", reader.Sync!.Id);
        Assert.Null(reader.Sync.EndedAt);
    }

    [Fact]
    public async Task OpenAsync_OnlyOldUnfinished_ReadsNothingUntilOneIsNamed()
    {
        await CreateAsync(Run("old", "2026-02-22 06:59:59", "NULL"), "INSERT INTO v1_resource_types VALUES (1, 'user', X'0A0475736572', 'old', '2026-02-22 06:59:59')");
        await using var reader = await OpenAsync();
        Assert.Null(reader.Sync);
        Assert.Null(await reader.StatsAsync(Sample.Cancel));
        Assert.Equal(C1ZError.SyncNotFound, Assert.Throws<C1ZException>(() => reader.ResourceTypesAsync(Sample.Cancel)).Error);
        Assert.Equal("old", (await reader.UseSyncAsync("old", Sample.Cancel)).Id);
        Assert.Equal("user", Assert.Single(await reader.ResourceTypesAsync(Sample.Cancel).ToListAsync(Sample.Cancel)).Id);
    }

    [Fact]
    public async Task UseSyncAsync_UnknownId_ThrowsAndKeepsTheChoice()
    {
        await CreateAsync(Run("one", "2026-02-01 10:00:00", "'2026-02-01 11:00:00'"));
        await using var reader = await OpenAsync();
        Assert.Equal(
            C1ZError.SyncNotFound, (await Assert.ThrowsAsync<C1ZException>(async () => await reader.UseSyncAsync("two", Sample.Cancel))).Error);
        Assert.Equal("one", reader.Sync!.Id);
    }

    [Fact]
    public async Task SyncRunsAsync_ManyRuns_GivesAllInRowOrder()
    {
        await CreateAsync([.. Enumerable.Range(0, 250).Select(i => Run($"r{i}", "2026-02-01 10:00:00", "'2026-02-01 11:00:00'", i % 2 == 0 ? "full" : "odd"))]);
        await using var reader = await OpenAsync();
        var runs = await reader.SyncRunsAsync(Sample.Cancel).ToListAsync(Sample.Cancel);
        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"r{i}"), runs.Select(run => run.Id));
        Assert.Equal("odd", runs[1].Type.Name);
    }

    [Theory]
    [InlineData("2026-02-01 10:20:30", "2026-02-01T10:20:30.0000000+00:00")]
    [InlineData("2026-02-01 10:20:30.123456789", "2026-02-01T10:20:30.1234567+00:00")]
    [InlineData("2026-02-01T10:20:30.5Z", "2026-02-01T10:20:30.5000000+00:00")]
    [InlineData("2026-02-01 10:20", "2026-02-01T10:20:00.0000000+00:00")]
    [InlineData("2026-02-01", "2026-02-01T00:00:00.0000000+00:00")]
    [InlineData("2026-02-01 10:20:30+02:00", "2026-02-01T10:20:30.0000000+02:00")]
    [InlineData("2026-02-01T10:20:30.25-05:30", "2026-02-01T10:20:30.2500000-05:30")]
    [InlineData("2026-02-01 10:20:30.1 -0500 EST m=+0.012", "2026-02-01T10:20:30.1000000-05:00")]
    [InlineData("2026-02-01 10:20:30 +0000 UTC", "2026-02-01T10:20:30.0000000+00:00")]
    public async Task StartedAt_EveryLayoutThatGoReads_IsRead(string text, string expected)
    {
        await CreateAsync(Run("one", text, $"'{text}'"));
        await using var reader = await OpenAsync();
        Assert.Equal(expected, reader.Sync!.StartedAt.ToString("O"));
        Assert.Equal(expected, reader.Sync.EndedAt!.Value.ToString("O"));
    }

    [Theory]
    [InlineData("''")]
    [InlineData("12345")]
    [InlineData("'yesterday'")]
    [InlineData("'2026-02-30 10:00:00'")]
    [InlineData("'2026-02-01 10:00:00.'")]
    [InlineData("X'FF'")]
    public async Task EndedAt_NotATime_IsACorruptRow(string value)
    {
        await CreateAsync(Run("one", "2026-02-01 10:00:00", value));
        Assert.Equal(C1ZError.CorruptRow, (await Assert.ThrowsAsync<C1ZException>(async () => await OpenAsync())).Error);
        _folder.AssertNoLeftovers();
    }

    static string Run(string id, string startedAt, string endedAt, string type = "full") =>
        $"INSERT INTO v1_sync_runs (sync_id, started_at, ended_at, sync_token, sync_type, grants_backfilled) VALUES ('{id}', '{startedAt}', {endedAt}, '', '{type}', 1)";

    async Task CreateAsync(params string[] statements)
    {
        await using (var file = await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))
            await file.SaveAsync(Sample.Cancel);
        await Edit.SqlAsync(_folder, Target, statements);
    }

    ValueTask<C1ZReader> OpenAsync() => C1ZReader.OpenAsync(Target, _folder.Options(), Sample.Cancel);
}
