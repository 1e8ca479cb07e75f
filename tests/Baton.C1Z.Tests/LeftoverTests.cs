namespace Baton.C1Z.Tests;

/// <summary>Opening a file for writing removes what killed processes left, and nothing else.</summary>
public sealed class LeftoverTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly TestTime _time = new();

    string Target => _folder.File("sync.c1z");

    public void Dispose() => _folder.Dispose();

    string Make(string name, TimeSpan age, bool hasLock)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Temp, name)).FullName;
        var then = (_time.GetUtcNow() - age).UtcDateTime;
        foreach (var file in hasLock ? ["db", "lock"] : new[] { "db" })
        {
            File.WriteAllText(Path.Combine(folder, file), "x");
            File.SetLastWriteTimeUtc(Path.Combine(folder, file), then);
        }
        Directory.SetLastWriteTimeUtc(folder, then);
        return folder;
    }

    [Theory]
    [InlineData("c1z0123456789abcdef", 0, true, true)] // its process is gone
    [InlineData("c1z0123456789abcdef", 0, false, false)] // perhaps just being made
    [InlineData("c1z0123456789abcdef", 25, false, true)]
    [InlineData("c1z-0123456789abcdef", 24, true, false)] // may be resumed
    [InlineData("c1z-0123456789abcdef", (7 * 24) + 1, true, true)]
    [InlineData("c1z123456789", 10_000, false, false)] // not ours
    [InlineData("c1z-pebble-0123", 10_000, true, false)]
    [InlineData("other", 10_000, true, false)]
    public async Task A_folder_is_removed_when_nobody_needs_it(string name, int hours, bool hasLock, bool isRemoved)
    {
        var folder = Make(name, TimeSpan.FromHours(hours), hasLock);
        await using (await C1ZFile.OpenAsync(Target, _folder.Options(_time), Sample.Cancel))
            Assert.Equal(!isRemoved, Directory.Exists(folder));
    }

    /// <summary>A process can be killed between making its folder and taking the lock, and between removing the lock and the folder.</summary>
    [Theory]
    [InlineData("c1z0123456789abcdef", true)]
    [InlineData("c1z-0123456789abcdef", true)]
    [InlineData("other", false)]
    public async Task An_empty_folder_without_a_lock_is_removed_at_once(string name, bool isRemoved)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Temp, name)).FullName;
        await using (await C1ZFile.OpenAsync(Target, _folder.Options(_time), Sample.Cancel))
            Assert.Equal(!isRemoved, Directory.Exists(folder));
    }

    // Whoever looks for leftovers must not put a lock into a folder that its owner is just removing.
    [Fact]
    public async Task Many_at_once_leave_nothing()
    {
        await Parallel.ForAsync(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Sample.Cancel }, async (i, cancel) =>
        {
            await using (await C1ZFile.OpenAsync(_folder.File($"{i}.c1z"), _folder.Options(_time) with { Recoverable = true }, cancel))
            {
            }
        });
        _folder.AssertNoLeftovers();
    }

    [Fact]
    public async Task Folders_in_use_stay()
    {
        await Sample.WriteAsync(_folder, Target);
        await using var reader = await C1ZReader.OpenAsync(Target, _folder.Options(_time), Sample.Cancel);
        await using var writer = await C1ZFile.OpenAsync(_folder.File("other.c1z"), _folder.Options(_time) with { Recoverable = true }, Sample.Cancel);
        _time.Advance(TimeSpan.FromDays(100));
        await using var second = await C1ZFile.OpenAsync(_folder.File("third.c1z"), _folder.Options(_time), Sample.Cancel);
        Assert.Equal(3, Directory.GetDirectories(_folder.Temp).Length);
    }

    [Fact]
    public async Task Half_a_file_beside_the_target_is_removed()
    {
        var half = _folder.File("sync.c1z.0a1b2c3d.tmp");
        var others = new[] { "sync.c1z.tmp", "other.c1z.0a1b2c3d.tmp", "sync.c1z.0a1b2c3d" };
        foreach (var file in others.Select(_folder.File).Append(half))
            await File.WriteAllTextAsync(file, "x", Sample.Cancel);
        await using (await C1ZFile.OpenAsync(Target, _folder.Options(_time), Sample.Cancel))
            Assert.Equal(others.Order(StringComparer.Ordinal), _folder.Names());
    }

    [Fact]
    public async Task Half_a_file_that_is_being_written_stays()
    {
        var half = _folder.File("sync.c1z.0a1b2c3d.tmp");
        await using (new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None))
        await using (await C1ZFile.OpenAsync(Target, _folder.Options(_time), Sample.Cancel))
            Assert.True(File.Exists(half));
    }
}
