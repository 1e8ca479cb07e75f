using System.Diagnostics;
using System.Reflection;
using Baton.C1Z;

namespace Baton.Runtime.Tests.Sync;

/// <summary>Disks that are full, and directories that cannot be written to.</summary>
public sealed class PlaceTests : SyncTest
{
    static readonly string Victim = typeof(PlaceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "Victim").Value!;

    [Fact]
    public async Task What_cannot_be_saved_is_saved_by_the_next_run_without_asking_again()
    {
        var pages = 0;
        var acme = new Acme(3, (_, _) =>
        {
            // Something else takes the place of the file while the sync runs.
            if (++pages == 10)
                Directory.CreateDirectory(File);
            return default;
        });
        var failure = await Assert.ThrowsAsync<C1ZException>(() => SyncAsync(acme.Syncers()));
        Assert.Equal(C1ZError.InputOutput, failure.Error);
        Assert.Contains("--file", failure.Message);
        Assert.Single(Directory.GetDirectories(Temp));
        Directory.Delete(File);

        var asked = 0;
        var summary = await SyncAsync(new Acme(3, (_, _) =>
        {
            asked++;
            return default;
        }).Syncers());
        Assert.Equal(0, asked);
        var rows = (await ReadAsync()).Rows;
        Assert.Equal(30 + 3 + 9 + 9 + 3, summary.Total.Resources);
        System.IO.File.Delete(File);
        await SyncAsync(new Acme(3, static (_, _) => default).Syncers());
        Assert.Equal((await ReadAsync()).Rows, rows);
    }

    [Theory]
    [InlineData(100, "cannot unpack")]
    [InlineData(1000, "SQLite says")]
    public async Task A_disk_that_takes_no_more_is_told_and_changes_nothing(int kibibytes, string text)
    {
        if (OperatingSystem.IsWindows())
            return; // no limit of this kind there
        await SyncAsync(new FakeSyncer(Users.Definition) { Items = [new("u")] });
        var before = await System.IO.File.ReadAllBytesAsync(File, Stop);
        // No file may grow beyond a limit: what a full disk does to it, for this process alone. The runtime's own mappings would count as files.
        var (code, error) = await RunAsync($"ulimit -f {2 * kibibytes}; trap '' XFSZ; exec dotnet \"$0\" \"$@\"", Temp, 300, ("DOTNET_EnableWriteXorExecute", "0"));
        Assert.Equal(2, code);
        Assert.Contains(text, error);
        Assert.Contains(File, error);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, Stop));
    }

    [Fact]
    public async Task Without_a_usable_temp_directory_the_one_of_the_file_is_used()
    {
        var (code, error) = await RunAsync("exec dotnet \"$0\" \"$@\"", "", 30, ("TMPDIR", Path.Combine(Temp, "missing")));
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(["sync.c1z", "temp"], new DirectoryInfo(Path.GetDirectoryName(File)!).GetFileSystemInfos().Select(static f => f.Name).Order());
        Assert.Equal(300, (await ReadAsync()).Resources.Count(static r => r.Id.ResourceType == "user"));
    }

    async Task<(int Code, string Error)> RunAsync(string script, string temp, int size, (string Name, string Value) variable)
    {
        var start = new ProcessStartInfo("sh")
        {
            ArgumentList = { "-c", script, Victim, File, temp, $"{size}", "1", "10000", "1000000" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [variable.Name] = variable.Value },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Stop);
        await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await error);
    }
}
