using Baton.C1Z;

namespace Baton.Runtime.Tests.Cli;

/// <summary>Comparing and merging syncs from the command line.</summary>
public sealed class OfflineSyncTests : IDisposable
{
    readonly Lab _lab = new Lab
    {
        Manifest = new() { Creating = static _ => [new FakeSyncer(Users.Definition) { Items = Item.Numbered("u", 2) }] },
    }.Set("BATON_API_TOKEN", "tok_1");

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_diff_is_added_to_the_file()
    {
        var first = await SyncAsync("a.c1z");
        var second = await SyncAsync("a.c1z");
        Assert.Equal(0, await _lab.RunAsync("--file", "a.c1z", "--diff-syncs", "--base-sync-id", first, "--applied-sync-id", second));
        await using var reader = await OpenAsync("a.c1z");
        var runs = await reader.SyncRunsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal((SyncType.Partial, first), (runs[^1].Type, runs[^1].ParentSyncId));
        Assert.Contains($"\"generated diff of syncs\",\"new_sync_id\":\"{runs[^1].Id}\"", _lab.Error);
    }

    [Fact]
    public async Task A_diff_of_a_sync_that_is_not_there_fails()
    {
        var first = await SyncAsync("a.c1z");
        Assert.NotEqual(0, await _lab.RunAsync("--file", "a.c1z", "--diff-syncs", "--base-sync-id", first, "--applied-sync-id", "nope"));
        Assert.Contains("has no sync nope", _lab.Error);
    }

    [Fact]
    public async Task Syncs_are_merged_into_a_file_named_by_its_sync()
    {
        var (first, second) = (await SyncAsync("a.c1z"), await SyncAsync("b.c1z"));
        Directory.CreateDirectory(_lab.PathOf("out"));
        Assert.Equal(0, await CompactAsync("a.c1z,b.c1z", $"{first},{second}"));
        var file = Assert.Single(Directory.GetFiles(_lab.PathOf("out")));
        await using var reader = await OpenAsync(file);
        Assert.Equal($"compacted-{reader.Sync!.Id}.c1z", Path.GetFileName(file));
        Assert.Contains("\"compacted file\",\"file_path\":", _lab.Error);
        Assert.Contains(reader.Sync.Id, _lab.Error);
    }

    [Theory]
    [InlineData("a.c1z,b.c1z", "x", "must be equally many, and are 2 and 1")]
    [InlineData("a.c1z", "x", "needs two or more files")]
    [InlineData("a.c1z,b.c1z", "x,y", "does not exist")]
    public async Task Wrong_lists_are_told(string paths, string ids, string message)
    {
        Assert.NotEqual(0, await CompactAsync(paths, ids));
        Assert.Contains(message, _lab.Error);
    }

    Task<int> CompactAsync(string paths, string ids) =>
        _lab.RunAsync("--compact-syncs", "--compact-file-paths", paths, "--compact-sync-ids", ids, "--compact-output-path", "out");

    async Task<string> SyncAsync(string file)
    {
        Assert.Equal(0, await _lab.RunAsync("--file", file));
        await using var reader = await OpenAsync(file);
        return reader.Sync!.Id;
    }

    ValueTask<C1ZReader> OpenAsync(string file) => C1ZReader.OpenAsync(_lab.PathOf(file), new C1ZOptions(), TestContext.Current.CancellationToken);
}
