using Google.Protobuf;

namespace Baton.C1Z.Tests;

/// <summary>The file that Go wrote reads back to exactly the rows that were dumped from it.</summary>
public sealed class GoldenTests : IDisposable
{
    readonly TestFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Streams_GoFile_GiveTheBytesOfEveryRow()
    {
        await using (var reader = await C1ZReader.OpenAsync(GoDump.File, _folder.Options(), Cancel))
        {
            await AssertRows("v1_resource_types", reader.ResourceTypesAsync(Cancel));
            await AssertRows("v1_resources", reader.ResourcesAsync(null, Cancel));
            await AssertRows("v1_entitlements", reader.EntitlementsAsync(null, Cancel));
            await AssertRows("v1_grants", reader.GrantsAsync(null, Cancel));
        }
        _folder.AssertNoLeftovers();
    }

    [Fact]
    public async Task SyncRun_GoFile_HasTheColumnsOfItsRow()
    {
        await using var reader = await C1ZReader.OpenAsync(GoDump.File, _folder.Options(), Cancel);
        var row = Assert.Single(GoDump.Table("v1_sync_runs"));
        var run = Assert.Single(await reader.SyncRunsAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal(row["sync_id"], run.Id);
        Assert.True(Ksuid.IsValid(run.Id));
        Assert.Equal(SyncType.Full, run.Type);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 1, 46, 40, TimeSpan.Zero).AddTicks(975092), run.StartedAt);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 1, 46, 40, TimeSpan.Zero).AddTicks(2061016), run.EndedAt);
        Assert.Equal(row["sync_token"], run.Token);
        Assert.True(run.SupportsDiff);
        Assert.Equal(row["stats"], run.Stats!.ToJson());
        Assert.Equal(run, reader.Sync! with { Stats = run.Stats });
        Assert.Same(reader.Sync!.Stats, await reader.StatsAsync(Cancel));
    }

    [Theory]
    [InlineData("v1_sync_runs")]
    [InlineData("v1_resource_types")]
    [InlineData("v1_resources")]
    [InlineData("v1_entitlements")]
    [InlineData("v1_grants")]
    [InlineData("v1_assets")]
    [InlineData("v1_connector_sessions")]
    public async Task Rows_SavedAgain_AreUnchanged(string table)
    {
        var copy = _folder.File("copy.c1z");
        System.IO.File.Copy(GoDump.File, copy);
        await using (var file = await C1ZFile.OpenAsync(copy, _folder.Options(), Cancel))
            await file.SaveAsync(Cancel);

        using var database = await RawDatabase.OfAsync(_folder, copy);
        var dump = GoDump.Table(table);
        Assert.NotEmpty(dump);
        Assert.Equal((long)dump.Count, database.Scalar($"SELECT count(*) FROM {table}"));
        foreach (var row in dump)
        {
            foreach (var (name, expected) in row)
                Assert.Equal(expected, Column(database, table, row["id"]!, name));
        }
    }

    // The dump writes blobs as hex_NAME with typeof_NAME beside it, and a NULL blob as an empty hex.
    static string? Column(RawDatabase database, string table, string id, string name)
    {
        var parts = name.Split('_', 2);
        var sql = parts[0] is "hex" or "typeof" ? $"{parts[0]}({parts[1]})" : name;
        return database.Scalar($"SELECT {sql} FROM {table} WHERE id = {id}")?.ToString();
    }

    static async Task AssertRows<T>(string table, IAsyncEnumerable<T> messages)
        where T : IMessage
    {
        var expected = GoDump.Table(table).ConvertAll(row => Convert.ToHexString(row.Blob("data")));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await messages.Select(message => Convert.ToHexString(message.ToByteArray())).ToListAsync(Cancel));
    }
}
