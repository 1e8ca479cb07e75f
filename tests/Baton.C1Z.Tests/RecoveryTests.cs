using System.Text;

namespace Baton.C1Z.Tests;

/// <summary>What the next process finds of one that was killed: here, a copy of the working folder as it was at that moment.</summary>
public sealed class RecoveryTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly TestTime _time = new();

    string Target => _folder.File("sync.c1z");

    C1ZOptions Options => _folder.Options(_time) with { Recoverable = true };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Opening_after_a_kill_goes_on_with_rows_and_token()
    {
        var id = await KilledAsync(static file =>
        {
            file.Put(Sample.Type("user"));
            file.Checkpoint("half");
            file.Put(Sample.Type("group"));
        });
        await using (var file = await OpenAsync())
        {
            Assert.True(file.IsRecovered);
            var run = file.FindUnfinished(SyncType.Full)!;
            Assert.Equal((id, "half"), (run.Id, run.Token));
            file.ResumeSync(id);
            Assert.True(file.HasResourceType("user"));
            Assert.True(file.HasResourceType("group"));
            file.EndSync();
            await file.SaveAsync(Sample.Cancel);
        }
        _folder.AssertNoLeftovers();
        await using var reader = await C1ZReader.OpenAsync(Target, Options, Sample.Cancel);
        Assert.Equal(id, reader.Sync!.Id);
    }

    [Fact]
    public async Task A_kill_after_the_end_but_before_saving_leaves_the_sync_unfinished()
    {
        var id = await KilledAsync(static file =>
        {
            file.Put(Sample.Type("user"));
            file.Checkpoint("all done");
            file.EndSync();
        });
        await using var file = await OpenAsync();
        var run = file.FindUnfinished(SyncType.Full);
        Assert.Equal((id, "all done"), (run!.Id, run.Token));
        Assert.Null(run.Stats);
    }

    [Fact]
    public async Task A_kill_between_saving_and_cleaning_up_leaves_what_was_saved()
    {
        await Sample.WriteAsync(_folder, Target);
        var saved = await File.ReadAllBytesAsync(Target, Sample.Cancel);
        await KilledAsync(static file => file.EndSync(), static file => file.SaveAsync(Sample.Cancel).AsTask());
        var after = await File.ReadAllBytesAsync(Target, Sample.Cancel);
        Assert.NotEqual(saved, after);
        await using var file = await OpenAsync();
        Assert.Null(file.FindUnfinished(SyncType.Full));
        file.StartSync(SyncType.Full);
        file.EndSync();
        await file.SaveAsync(Sample.Cancel);
        await using var reader = await C1ZReader.OpenAsync(Target, Options, Sample.Cancel);
        Assert.Equal(3, await reader.SyncRunsAsync(Sample.Cancel).CountAsync(Sample.Cancel));
    }

    [Fact]
    public async Task A_file_that_was_replaced_meanwhile_wins()
    {
        await KilledAsync(static file => file.Put(Sample.Type("user")));
        await Sample.WriteAsync(_folder, Target);
        await using var file = await OpenAsync();
        Assert.False(file.IsRecovered);
        Assert.Null(file.FindUnfinished(SyncType.Full));
    }

    [Fact]
    public async Task Without_the_option_nothing_is_found_and_nothing_removed()
    {
        await KilledAsync(static file => file.Put(Sample.Type("user")));
        await using (var file = await C1ZFile.OpenAsync(Target, Options with { Recoverable = false }, Sample.Cancel))
            Assert.False(file.IsRecovered);
        await using (var file = await OpenAsync())
            Assert.True(file.IsRecovered);
    }

    [Theory]
    [InlineData("origin", "nonsense")]
    [InlineData("origin", "")]
    [InlineData("db", "not a database")]
    [InlineData("db", "")]
    public async Task A_damaged_folder_is_not_used(string name, string content)
    {
        await Sample.WriteAsync(_folder, Target);
        await KilledAsync(static file => file.Put(Sample.Type("user")));
        var folder = Assert.Single(Directory.GetDirectories(_folder.Temp));
        await File.WriteAllTextAsync(Path.Combine(folder, name), content, Sample.Cancel);
        await using (var file = await OpenAsync())
        {
            if (content.Length > 0 || name == "origin")
                Assert.False(file.IsRecovered);
            file.StartSync(SyncType.Full);
            file.EndSync();
            await file.SaveAsync(Sample.Cancel);
        }
        _folder.AssertNoLeftovers();
    }

    [Fact]
    public async Task A_torn_page_in_the_middle_falls_back_to_the_file()
    {
        await Sample.WriteAsync(_folder, Target);
        await KilledAsync(static file => file.Put(Sample.Type("user")));
        var database = Path.Combine(Assert.Single(Directory.GetDirectories(_folder.Temp)), "db");
        var bytes = await File.ReadAllBytesAsync(database, Sample.Cancel);
        Encoding.ASCII.GetBytes("garbage").CopyTo(bytes, 100);
        await File.WriteAllBytesAsync(database, bytes, Sample.Cancel);
        await using var file = await OpenAsync();
        Assert.False(file.IsRecovered);
    }

    [Fact]
    public async Task Two_at_once_have_a_folder_each()
    {
        await using var one = await OpenAsync();
        one.StartSync(SyncType.Full);
        await using var two = await OpenAsync();
        Assert.False(two.IsRecovered);
        Assert.Null(two.FindUnfinished(SyncType.Full));
        Assert.Equal(2, Directory.GetDirectories(_folder.Temp).Length);
        Assert.True(one.KeepWork());
        Assert.False(two.KeepWork());
    }

    [Fact]
    public async Task KeepWork_leaves_the_folder_for_the_next()
    {
        string id;
        await using (var file = await OpenAsync())
        {
            id = file.StartSync(SyncType.Full).Id;
            file.Put(Sample.Type("user"));
            Assert.True(file.KeepWork());
        }
        await using (var file = await OpenAsync())
            Assert.Equal(id, file.FindUnfinished(SyncType.Full)!.Id);
        _folder.AssertNoLeftovers();
    }

    [Fact]
    public async Task ClearSync_removes_rows_and_token_and_nothing_else()
    {
        await Sample.WriteAsync(_folder, Target);
        await using (var file = await OpenAsync())
        {
            var id = file.StartSync(SyncType.Full).Id;
            file.PutAll();
            file.Checkpoint("half");
            file.SetSupportsDiff();
            file.ClearSync(Sample.Cancel);
            Assert.Equal((id, "", false), (file.CurrentSync!.Id, file.CurrentSync.Token, file.CurrentSync.SupportsDiff));
            Assert.False(file.HasResourceType("user"));
            file.Put(Sample.Type("user"));
            file.EndSync();
            await file.SaveAsync(Sample.Cancel);
        }
        using var database = await RawDatabase.OfAsync(_folder, Target);
        Assert.Equal(2, database.Column("SELECT sync_id FROM v1_sync_runs").Count);
        Assert.Single(database.Column("SELECT external_id FROM v1_resource_types WHERE sync_id = (SELECT sync_id FROM v1_sync_runs ORDER BY id DESC LIMIT 1)"));
        Assert.Equal(0L, database.Scalar("SELECT count(*) FROM v1_grants WHERE sync_id = (SELECT sync_id FROM v1_sync_runs ORDER BY id DESC LIMIT 1)"));
        Assert.NotEqual(0L, database.Scalar("SELECT count(*) FROM v1_grants"));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_does_not_hide_the_new_sync()
    {
        await Sample.WriteAsync(_folder, Target, _time);
        _time.Advance(TimeSpan.FromDays(-30));
        string id;
        await using (var file = await OpenAsync())
        {
            id = file.StartSync(SyncType.Full).Id;
            file.EndSync();
            await file.SaveAsync(Sample.Cancel);
        }
        await using var reader = await C1ZReader.OpenAsync(Target, Options, Sample.Cancel);
        Assert.Equal(id, reader.Sync!.Id);
    }

    ValueTask<C1ZFile> OpenAsync() => C1ZFile.OpenAsync(Target, Options, Sample.Cancel);

    /// <summary>Does something in a sync, and leaves temp directory and file as a kill at that moment would.</summary>
    async Task<string> KilledAsync(Action<C1ZFile> act, Func<C1ZFile, Task>? then = null)
    {
        var copy = _folder.File("copy");
        string id;
        await using (var file = await OpenAsync())
        {
            id = file.StartSync(SyncType.Full).Id;
            act(file);
            if (then is not null)
                await then(file);
            Copy(_folder.Temp, copy);
        }
        Directory.Delete(_folder.Temp);
        Directory.Move(copy, _folder.Temp);
        return id;
    }

    static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            // The lock cannot be opened, and has no content.
            if (Path.GetFileName(file) == "lock")
                File.WriteAllBytes(Path.Combine(to, "lock"), []);
            else
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
        foreach (var folder in Directory.GetDirectories(from))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
