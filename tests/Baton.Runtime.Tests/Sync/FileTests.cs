using Baton.C1Z;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Syncs into files that are there already, and into places where there can be none.</summary>
public sealed class FileTests : SyncTest
{
    static FakeSyncer One(string id) => new(Users.Definition) { Items = [new(id)] };

    [Fact]
    public async Task The_two_newest_syncs_are_kept()
    {
        var ids = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add((await SyncAsync(One($"u{i}"))).SyncId);
            Time.Advance(TimeSpan.FromHours(1));
        }
        var content = await ReadAsync();
        Assert.Equal(ids[2..], content.Syncs.Select(static s => s.Id));
        Assert.Equal(ids[3], content.Sync.Id);
        Assert.Equal(["user:u3"], content.ResourceIds);
        Assert.Equal(["user:u2"], (await Content.ReadAsync(File, Options.C1ZOptions, ids[2])).ResourceIds);
    }

    [Fact]
    public async Task A_file_that_is_none_is_refused_and_left_alone()
    {
        await System.IO.File.WriteAllTextAsync(File, "not a c1z", Stop);
        var failure = await Assert.ThrowsAsync<C1ZException>(() => SyncAsync(One("u")));
        Assert.Equal(C1ZError.NotC1Z, failure.Error);
        Assert.Equal("not a c1z", await System.IO.File.ReadAllTextAsync(File, Stop));
    }

    [Fact]
    public async Task An_empty_file_becomes_one()
    {
        await System.IO.File.WriteAllBytesAsync(File, [], Stop);
        await SyncAsync(One("u"));
        Assert.Equal(["user:u"], (await ReadAsync()).ResourceIds);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_found_out_before_the_source_is_asked()
    {
        var asked = false;
        await Assert.ThrowsAsync<C1ZException>(() => SyncAsync(
            Options with { File = Path.Combine(Temp, "no", "such", "sync.c1z") },
            new FakeSyncer(Users.Definition)
            {
                Pages = (_, _, _) =>
                {
                    asked = true;
                    return Task.FromResult(new Page<Item>([]));
                },
            }));
        Assert.False(asked);
    }

    [Fact]
    public async Task An_engine_can_run_again()
    {
        var syncer = new FakeSyncer(Users.Definition) { Items = [new("", "nameless"), new("u")] };
        var first = await SyncAsync(syncer);
        Time.Advance(TimeSpan.FromSeconds(1));
        var second = await SyncAsync(syncer);
        Assert.NotEqual(first.SyncId, second.SyncId);
        Assert.Equal(first.Warnings.Single().Count, second.Warnings.Single().Count);
    }
}
