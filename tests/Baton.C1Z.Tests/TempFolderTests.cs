namespace Baton.C1Z.Tests;

public sealed class TempFolderTests : IDisposable
{
    readonly TestFolder _folder = new();

    string Target => _folder.File("sync.c1z");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenAsync_WhileOpen_UsesOnePrivateFolder()
    {
        await using (await C1ZFile.OpenAsync(Target, _folder.Options(), Sample.Cancel))
        {
            var folder = Assert.Single(new DirectoryInfo(_folder.Temp).EnumerateFileSystemInfos());
            Assert.StartsWith("c1z", folder.Name, StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder.UnixFileMode);
        }
        _folder.AssertNoLeftovers();
    }

    [Fact]
    public async Task OpenAsync_MissingTempDirectory_SaysWhatToDo()
    {
        var options = _folder.Options() with { TempDirectory = _folder.File("missing") };
        var e = await Assert.ThrowsAsync<C1ZException>(async () => await C1ZFile.OpenAsync(Target, options, Sample.Cancel));
        Assert.Equal(C1ZError.Configuration, e.Error);
        Assert.Contains("BATON_TMPDIR", e.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("missing")));
    }

    [Fact]
    public async Task OpenAsync_Cancelled_LeavesNothing()
    {
        await Sample.WriteAsync(_folder, Target);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await C1ZReader.OpenAsync(Target, _folder.Options(), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await C1ZFile.OpenAsync(Target, _folder.Options(), cancelled.Token));
        _folder.AssertNoLeftovers();
    }

    [Fact]
    public async Task UnpackAsync_ExistingTarget_IsNotOverwritten()
    {
        await Sample.WriteAsync(_folder, Target);
        await File.WriteAllTextAsync(_folder.File("mine"), "precious", Sample.Cancel);
        var e = await Assert.ThrowsAsync<C1ZException>(
            async () => await C1ZEnvelope.UnpackAsync(Target, _folder.File("mine"), _folder.Options(), Sample.Cancel));
        Assert.Equal(C1ZError.InputOutput, e.Error);
        Assert.Equal("precious", await File.ReadAllTextAsync(_folder.File("mine"), Sample.Cancel));
    }
}
